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

    /// <summary>Whether the person confirms that it was approved on paper, before it came into Lanyard.</summary>
    [BindProperty]
    public bool IsOnPaper { get; set; }

    /// <summary>Whether that must be confirmed, because the meeting was before the text was written.</summary>
    public bool AsksOnPaper { get; private set; }

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
        var entered = new RatificationEntry(Hash, Body, Minute, on, Condition, IsOnPaper);
        AsksOnPaper = entered.IsBefore(Policy.Draft.Written);
        var outcome = PolicyCase.Ratify(Policy, Draft?.Policy, entered, Today);
        return await TakeAsync(outcome, "The ratification was recorded.", cancel);
    }
}
