using Lanyard.Records;
using Lanyard.Web.Features.Policies;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Acceptances.ListAcceptances;

/// <summary>Shows who has accepted the version in force, and who has not.</summary>
[Needs(Permission.SeeEvidence)]
public sealed class ListAcceptancesPage(Visit visit, RecordBook book, PolicyShelf shelf, AcceptanceList acceptances) : PolicyPageBase(visit, book, shelf)
{
    /// <summary>The clauses that ask for acceptance.</summary>
    public IReadOnlyList<string> Clauses { get; private set; } = [];

    public IReadOnlyList<(Person Person, DateTimeOffset? At)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !Who.May(Permission.SeeEvidence, Policy.School) || Policy.InForceOn(Today) is not { } version || InForce is null)
        {
            return NotFound();
        }

        Clauses = [.. AcceptanceList.Clauses(InForce)];
        Lines = await acceptances.OfAsync(Who.At, Policy, version, InForce, Today, cancel);
        return Page();
    }
}
