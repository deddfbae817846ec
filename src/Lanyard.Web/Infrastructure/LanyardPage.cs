using Lanyard.Records;
using Lanyard.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Infrastructure;

/// <summary>What the pages of the application have in common.</summary>
/// <param name="visit">Who asks.</param>
/// <param name="book">The record.</param>
public abstract class LanyardPage(Visit visit, RecordBook book) : PageModel
{
    /// <summary>The name under which a message is shown on the next page.</summary>
    public const string DoneKey = "Done";

    /// <summary>Who asks.</summary>
    protected Visit Visit { get; } = visit;

    /// <summary>The record.</summary>
    protected RecordBook Book { get; } = book;

    /// <summary>Writes what follows from a step, and goes on; a refused step comes back with every reason and everything that was typed.</summary>
    /// <param name="who">Who takes it.</param>
    /// <param name="outcome">What follows.</param>
    /// <param name="expected">The version of each subject that the person had before them.</param>
    /// <param name="next">Where to go.</param>
    /// <param name="done">What to say there.</param>
    /// <param name="cancel">Gives up.</param>
    protected async Task<IActionResult> TakeAsync(Who who, Outcome outcome, IReadOnlyDictionary<string, long> expected, string next, string done, CancellationToken cancel)
    {
        var misread = ModelState.Where(field => field.Value!.Errors.Count > 0).Select(field => field.Key).ToHashSet(); // an entry is there for each key
        foreach (var refusal in outcome.Refusals.Where(refusal => refusal.Field.Length == 0 || !misread.Contains(refusal.Field)))
        {
            ModelState.AddModelError(refusal.Field, refusal.Text);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var written = await Book.WriteAsync(who.At, new(who.Id), outcome.Events, expected, cancel);
        if (!written.IsDone)
        {
            ModelState.AddModelError("", "Somebody else changed this while you had the page open. What is below is how it stands now, with what you typed: check it, then send it again.");
            return Page();
        }

        return Done(next, done);
    }

    /// <summary>Goes to a page and says there what was done.</summary>
    protected IActionResult Done(string next, string done)
    {
        TempData[DoneKey] = done;
        return LocalRedirect(next);
    }
}
