using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Accounts;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.SeePerson;

/// <summary>Shows a person, and makes links by which they sign in.</summary>
[Needs(Permission.ManagePeople)]
public sealed class SeePersonPage(Visit visit, RecordBook book, PeopleDesk desk, AccountStates accounts, AccountBook links) : PersonPageBase(visit, book, desk)
{
    public PersonStatus Status { get; private set; } = null!; // set before the page is drawn

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Person.Details?.Email is null || !Person.IsHere(Today))
        {
            ModelState.AddModelError("", Person.IsHere(Today) ? "A sign-in link needs an email address. Change the person and add one." : "Somebody who has left cannot sign in.");
        }
        else if (await Desk.IsTakenElsewhereAsync(Who, Person.Details.Email))
        {
            ModelState.AddModelError("", "Somebody else on this server signs in with this email address. Change the person and give another.");
        }
        else
        {
            var secret = await links.MakeLinkAsync(Who.At, Person.Id, Who.Id, cancel);
            Link = $"{Request.Scheme}://{Request.Host}/link/{secret}";
        }

        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Status = new(Person, await accounts.FindAsync(Who, Person.Id, cancel), Today);
        var lines = new List<HistoryLine>();
        var names = new Dictionary<PersonId, string>();
        await foreach (var happening in Book.HistoryAsync(Who.At, Subject, cancel))
        {
            lines.Insert(0, new(happening.At, Text(happening.Event), happening.By is { } by ? await NameAsync(by, names, cancel) : "Lanyard"));
        }

        History = lines;
    }

    private async Task<string> NameAsync(PersonId by, Dictionary<PersonId, string> names, CancellationToken cancel)
    {
        if (!names.TryGetValue(by, out var name))
        {
            name = (await Book.FindAsync<Person>(Who.At, $"person/{by}", cancel))?.Value.Name ?? "Somebody";
            names[by] = name;
        }

        return name;
    }

    private string Text(Event happened) => happened switch
    {
        PersonJoined joined => $"Added as {Words(joined.Roles)}",
        PersonChanged changed => $"Changed: {changed.Content?.Name ?? Person.Name}, {Words(changed.Roles)}",
        PersonLeft left => $"Left on {left.On.InWords()}",
        PersonReturned back => $"Came back on {back.On.InWords()}",
        AbsenceSet { Absence: { } absence } => $"Away from {absence.From.InWords()} to {absence.To.InWords()}",
        AbsenceSet => "Not away",
        _ => EventKinds.Kind(happened.GetType()).Replace('-', ' '),
    };

    private string Words(IEnumerable<RoleHeld> roles) => string.Join("; ", roles.Select(InWords));
}
