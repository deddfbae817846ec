using Lanyard.Policy.Binding.Statements;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.ReviewPolicy;

/// <summary>Records a review that left the version in force as it is.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class ReviewPolicyPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    [BindProperty]
    public string By { get; set; } = "";

    [BindProperty]
    public DateEntry On { get; set; } = new();

    [BindProperty]
    public string Result { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel) || InForce is null)
        {
            return NotFound();
        }

        By = InForce.Policy?.Statements.OfType<Reviewed>().FirstOrDefault()?.By ?? "";
        On = DateEntry.Of(Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel))
        {
            return NotFound();
        }

        var on = On.Read(ModelState, nameof(On));
        return await TakeAsync(PolicyCase.Review(Policy, By, on, Result, Today), "The review was recorded.", cancel);
    }
}
