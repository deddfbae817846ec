using Lanyard.Policy.Binding.Statements;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.RatifyPolicy;

/// <summary>Records that the body named by the policy ratified the draft.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class RatifyPolicyPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    /// <summary>The text that the person had before them.</summary>
    [BindProperty]
    public string Hash { get; set; } = "";

    [BindProperty]
    public string Body { get; set; } = "";

    [BindProperty]
    public string Minute { get; set; } = "";

    [BindProperty]
    public DateEntry On { get; set; } = new();

    [BindProperty]
    public string Condition { get; set; } = "";

    public string BodyHint => Named is { } named ? $"Clause {named.Clause} names the {named.Body}." : "The policy itself names nobody.";

    private RatifiedBy? Named => Draft?.Policy?.Statements.OfType<RatifiedBy>().FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel) || Policy.Draft is not { } draft)
        {
            return NotFound();
        }

        (Hash, Body) = (draft.Hash, Named?.Body ?? Draft?.Policy?.Document.FrontMatter.History.LastOrDefault(version => version.By is not null)?.By ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel) || Policy.Draft is null)
        {
            return NotFound();
        }

        var on = On.Read(ModelState, nameof(On));
        var outcome = PolicyCase.Ratify(Policy, Draft?.Policy, Hash, Body, Minute, on, Condition, Today);
        return await TakeAsync(outcome, "The ratification was recorded.", cancel);
    }
}
