using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Policies.CorrectRatification;

/// <summary>Corrects the day or the minute reference of a ratification; what was entered before stays in the record.</summary>
[Needs(Permission.ManagePolicies)]
public sealed class CorrectRatificationPage(Visit visit, RecordBook book, PolicyShelf shelf) : PolicyPageBase(visit, book, shelf)
{
    /// <summary>The text that was ratified.</summary>
    [FromRoute]
    public string Hash { get; set; } = "";

    [BindProperty]
    public string Minute { get; set; } = "";

    [BindProperty]
    public DateEntry On { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>Whether the person confirms that it was approved on paper, before it came into Lanyard.</summary>
    [BindProperty]
    public bool IsOnPaper { get; set; }

    /// <summary>Whether that must be confirmed, because the meeting was before the text was written.</summary>
    public bool AsksOnPaper { get; private set; }

    /// <summary>What the record says.</summary>
    public Ratification Known { get; private set; } = null!; // set before the page is drawn

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        (Minute, On, IsOnPaper, AsksOnPaper) = (Known.Minute, DateEntry.Of(Known.On), Known.IsOnPaper, Known.IsOnPaper);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var entered = new RatificationEntry(Hash, Known.Body, Minute, On.Read(ModelState, nameof(On)), Condition: "", IsOnPaper);
        AsksOnPaper = entered.IsBefore(Known.Written);
        return await TakeAsync(PolicyCase.CorrectRatification(Policy, entered, Reason, Today), "The correction was recorded. What was entered before is shown beside it.", cancel);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await FindManagedAsync(cancel) || Policy.RatificationOf(Hash) is not { } known)
        {
            return false;
        }

        Known = known;
        return true;
    }
}
