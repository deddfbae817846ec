using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Public.PublicPolicies;

/// <summary>Lists the organisations, or the policies of one that are in force, for anybody.</summary>
[AllowAnonymous]
public sealed class PublicPoliciesPage(RecordBook book, Visit visit) : PageModel
{
    [FromRoute]
    public Guid Organisation { get; set; }

    public string Title { get; private set; } = "Policies";

    public DateOnly Today => visit.Today;

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public IReadOnlyList<PolicyFile> Policies { get; private set; } = [];

    public IReadOnlyDictionary<SchoolId, string> Schools { get; private set; } = new Dictionary<SchoolId, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Organisation == Guid.Empty)
        {
            var all = new List<Organisation>();
            foreach (var id in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
            {
                all.AddRange((await book.ListAsync<Organisation>(id, cancel)).Select(kept => kept.Value));
            }

            Organisations = [.. all.OrderBy(organisation => organisation.Name, StringComparer.OrdinalIgnoreCase)];
            return Page();
        }

        var at = new OrganisationId(Organisation);
        if (await book.FindAsync<Organisation>(at, $"organisation/{at}", cancel) is not { } found)
        {
            return NotFound();
        }

        Title = $"Policies of {found.Value.Name}";
        Schools = (await book.ListAsync<School>(at, cancel)).ToDictionary(kept => kept.Value.Id, kept => kept.Value.Name);
        Policies = [.. (await book.ListAsync<PolicyFile>(at, cancel)).Select(kept => kept.Value).Where(file => file.InForceOn(Today) is not null).OrderBy(file => file.School is null ? 0 : 1)];
        return Page();
    }
}
