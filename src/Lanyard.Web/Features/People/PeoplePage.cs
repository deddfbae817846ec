using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People;

/// <summary>A page about people.</summary>
public abstract class PeoplePage(Visit visit, RecordBook book, PeopleDesk desk) : LanyardPage(visit, book)
{
    private const string Waits =
        " A role that sees cases was asked for: a second person must confirm it. Until then it is not held.";

    /// <summary>Who asks.</summary>
    public Who Who { get; private set; } = null!; // set before the page is drawn

    /// <summary>The schools of the organisation, by name.</summary>
    public IReadOnlyList<School> Schools { get; private set; } = [];

    /// <summary>The day.</summary>
    public DateOnly Today => Visit.Today;

    /// <summary>Writes.</summary>
    protected PeopleDesk Desk { get; } = desk;

    /// <summary>A role in words, with its school.</summary>
    public string InWords(RoleHeld held)
    {
        var role = Roles.Capital(held.IsDeputy ? $"deputy {held.Role}" : held.Role);
        return Schools.Count == 0 ? role : $"{role}, {PlaceName(held.School)}";
    }

    /// <summary>Reads who asks, and the schools.</summary>
    protected async Task ReadWhoAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Schools = [.. (await Book.ListAsync<School>(Who.At, cancel)).Select(kept => kept.Value)];
    }

    /// <summary>Takes a step and goes on; a refused step comes back with every reason and everything that was typed.</summary>
    protected async Task<IActionResult> WriteAsync(
        Func<IRecordReader, CancellationToken, Task<PeopleRead>> read,
        Func<IReadOnlyCollection<Person>, Outcome> decide,
        IReadOnlyDictionary<string, long> expected,
        string next,
        string done,
        CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await Desk.WriteAsync(Who, read, decide, expected, cancel);
        if (outcome is null)
        {
            ModelState.AddModelError("", "Somebody else changed this while you had the page open. What is below is how it stands now, with what you typed: check it, then send it again.");
        }

        foreach (var refusal in outcome?.Refusals ?? [])
        {
            ModelState.AddModelError(refusal.Field, refusal.Text);
        }

        var waits = outcome?.Events.Any(happened => happened is CaseRoleAsked) == true ? Waits : "";
        return ModelState.IsValid ? Done(next, done + waits) : Page();
    }

    /// <summary>What tells people of one name apart, among some that are shown together.</summary>
    public Namesakes Labels(IEnumerable<Person> shown) => new(shown, PlaceName);

    /// <summary>A place in words.</summary>
    protected string PlaceName(SchoolId? school) =>
        school is null ? "whole organisation" : Schools.FirstOrDefault(each => each.Id == school)?.Name
        ?? "a school that is gone";
}
