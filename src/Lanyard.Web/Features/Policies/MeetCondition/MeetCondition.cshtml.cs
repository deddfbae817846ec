using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.MeetCondition;

/// <summary>Records how the condition of a ratification was met.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class MeetConditionPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    [BindProperty]
    public string How { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindManagedAsync(cancel) && Policy.Draft is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await FindManagedAsync(cancel) ? await TakeAsync(PolicyCase.MeetCondition(Policy, How), "It was recorded how the condition was met.", cancel) : NotFound();
}
