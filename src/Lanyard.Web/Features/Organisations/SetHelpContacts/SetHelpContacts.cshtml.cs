using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Organisations.SetHelpContacts;

/// <summary>Sets the numbers that "I need help now" shows.</summary>
[Needs(Permission.ManageOrganisation)]
public sealed class SetHelpContactsPage(Visit visit, RecordBook book) : LanyardPage(visit, book)
{
    private Who _who = null!; // set before anything is read

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string Emergency { get; set; } = "";

    [BindProperty]
    public string Lines { get; set; } = "";

    /// <summary>Who to tell, in the order of the places.</summary>
    [BindProperty]
    public List<string> Who { get; set; } = [];

    /// <summary>Their numbers, in the same order.</summary>
    [BindProperty]
    public List<string> Number { get; set; } = [];

    /// <summary>The organisation, then its schools.</summary>
    public IReadOnlyList<(SchoolId? School, string Name)> Places { get; private set; } = [];

    /// <summary>Whether the organisation has set its own.</summary>
    public bool IsSet { get; private set; }

    private string Subject => HelpRegister.SubjectOf(_who.At);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var contacts = await ReadAsync(cancel);
        if (!MayChange)
        {
            return Forbid();
        }

        Emergency = contacts.Emergency;
        Lines = string.Join('\n', contacts.Lines.Select(Line));
        var told = Places.Select(place => contacts.Tell.FirstOrDefault(tell => tell.School == place.School)).ToList();
        (Who, Number) = ([.. told.Select(tell => tell?.Who ?? "")], [.. told.Select(tell => tell?.Number ?? "")]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var expected = Version;
        await ReadAsync(cancel);
        if (!MayChange)
        {
            return Forbid();
        }

        (Who, Number) = (Filled(Who), Filled(Number));
        const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var lines = Lines.Split('\n', Trimmed).Select(Line);
        var tell = Places.Select((place, at) => new PersonToTell(place.School, Who[at].Trim(), Number[at].Trim()));
        var outcome = HelpContactsCase.Set(_who.At, new(Emergency.Trim(), [.. lines], [.. tell]));
        var versions = new Dictionary<string, long> { [Subject] = expected };
        return await TakeAsync(_who, outcome, versions, "/organisation/help", "The numbers were saved.", cancel);
    }

    // These are the numbers of everybody, so a role at one school alone does not set them.
    private bool MayChange => _who.May(Permission.ManageOrganisation);

    private async Task<HelpContacts> ReadAsync(CancellationToken cancel)
    {
        _who = await Visit.GetAsync(cancel);
        var schools = (await Book.ListAsync<School>(_who.At, cancel)).Select(kept => kept.Value);
        Places = [(null, _who.Organisation.Name), .. schools.Select(school => ((SchoolId?)school.Id, school.Name))];
        var kept = await Book.FindAsync<HelpContacts>(_who.At, Subject, cancel);
        (Version, IsSet) = (kept?.Version ?? 0, kept is not null);
        ModelState.Remove(nameof(Version));
        return kept?.Value ?? HelpContacts.Uk;
    }

    // A form that somebody made up may hold fewer fields than there are places, or more.
    private List<string> Filled(List<string> typed) =>
        [.. Places.Select((_, at) => at < typed.Count ? typed[at] ?? "" : "")];

    private static string Line(HelpLine line) =>
        string.Join(", ", new[] { line.Name, line.Number, line.About }.Where(part => part.Length > 0));

    private static HelpLine Line(string line)
    {
        var parts = line.Split(',', 3, StringSplitOptions.TrimEntries);
        return new(parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2] : "");
    }
}
