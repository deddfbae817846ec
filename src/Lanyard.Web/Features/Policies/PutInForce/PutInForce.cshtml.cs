using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.PutInForce;

/// <summary>Puts a ratified draft in force.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class PutInForcePage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    [BindProperty]
    public DateEntry From { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel) || Policy.Draft is null)
        {
            return NotFound();
        }

        if (Policy.Draft.Stage != DraftStage.Ratified)
        {
            return LocalRedirect(Home); // which says what comes first
        }

        From = DateEntry.Of(Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return NotFound();
        }

        var from = From.Read(ModelState, nameof(From));
        return await TakeAsync(PolicyCase.PutInForce(Policy, from, Today), $"The policy is in force from {from?.InWords()}.", cancel);
    }
}
