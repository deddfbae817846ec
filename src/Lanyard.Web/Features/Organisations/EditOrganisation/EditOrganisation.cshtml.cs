using System.Globalization;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Organisations.EditOrganisation;

/// <summary>Shows the organisation, adds schools, and keeps the term dates.</summary>
[Needs(Permission.ManageOrganisation)]
public sealed class EditOrganisationPage(Visit visit, RecordBook book) : LanyardPage(visit, book)
{
    private static readonly string[] Formats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd", "d M yyyy"];

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string SchoolName { get; set; } = "";

    [BindProperty]
    public string Terms { get; set; } = "";

    [BindProperty]
    public string Closures { get; set; } = "";

    public Who Who { get; private set; } = null!; // set before the page is drawn

    public bool MayChange => Who.May(Permission.ManageOrganisation);

    /// <summary>Whether the organisation has set whom to turn to for help.</summary>
    public bool HasOwnHelp { get; private set; }

    public IReadOnlyList<School> Schools { get; private set; } = [];

    private string Subject => $"organisation/{Who.At}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Show();
    }

    public async Task<IActionResult> OnPostSchoolAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var typed = SchoolName.Trim();
        Show();
        if (!MayChange)
        {
            return Forbid();
        }

        Refusal[] refusals =
        [
            .. ProperName.TryParse(typed, out _, out var problem) ? Array.Empty<Refusal>() : [new(nameof(SchoolName), typed.Length == 0 ? "Enter the name of the school" : problem)],
            .. Schools.Any(school => string.Equals(school.Name, typed, StringComparison.OrdinalIgnoreCase)) ? [new Refusal(nameof(SchoolName), "There is a school of that name already")] : Array.Empty<Refusal>(),
        ];
        var outcome = Outcome.Of(refusals, () => [new SchoolOpened(new SchoolId(Guid.CreateVersion7(Visit.Now)), typed)]);
        return await TakeAsync(Who, outcome, new Dictionary<string, long>(), "/organisation", $"{typed} was added.", cancel);
    }

    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken cancel)
    {
        var expected = Version;
        await ReadAsync(cancel);
        if (!MayChange)
        {
            return Forbid();
        }

        var terms = Lines(Terms).Select(Term).ToList();
        var closures = Lines(Closures).Select(line => Day(line, nameof(Closures))).ToList();
        var dated = terms.OfType<Term>().OrderBy(term => term.FirstDay).ToList();
        foreach (var (earlier, later) in dated.Zip(dated.Skip(1)).Where(pair => pair.Second.FirstDay <= pair.First.LastDay))
        {
            ModelState.AddModelError(nameof(Terms), $"The term from {later.FirstDay.InWords()} begins before the one from {earlier.FirstDay.InWords()} has ended");
        }

        if (terms.Count == 0 && !Who.Organisation.Calendar.Terms.IsEmpty)
        {
            ModelState.AddModelError(nameof(Terms), "Enter the terms: without them, deadlines in school days cannot be counted");
        }

        var outcome = Outcome.Of([], () => [new CalendarSet(Who.At, [.. dated], [.. closures.OfType<DateOnly>().Order()])]);
        return await TakeAsync(Who, outcome, new Dictionary<string, long> { [Subject] = expected }, "/organisation", "The dates were saved.", cancel);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Schools = [.. (await Book.ListAsync<School>(Who.At, cancel)).Select(kept => kept.Value)];
        Version = (await Book.FindAsync<Lanyard.Workflows.Organisations.Organisation>(Who.At, Subject, cancel))?.Version ?? 0;
        HasOwnHelp = await Book.FindAsync<HelpContacts>(Who.At, HelpRegister.SubjectOf(Who.At), cancel) is not null;
        ModelState.Remove(nameof(Version));
    }

    private void Show()
    {
        Terms = string.Join('\n', Who.Organisation.Calendar.Terms.Select(term => $"{term.FirstDay.InWords()} to {term.LastDay.InWords()}"));
        Closures = string.Join('\n', Who.Organisation.Calendar.Closures.Select(day => day.InWords()));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private Term? Term(string line)
    {
        var parts = line.Split([" to ", " - ", " – "], StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
        {
            ModelState.AddModelError(nameof(Terms), $"\"{line}\" is not two days: write the first day, then \"to\", then the last day");
            return null;
        }

        if (Day(parts[0], nameof(Terms)) is not { } first || Day(parts[1], nameof(Terms)) is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            ModelState.AddModelError(nameof(Terms), $"\"{line}\" ends before it begins");
        }

        return new(first, last);
    }

    private DateOnly? Day(string text, string field)
    {
        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day))
        {
            return day;
        }

        ModelState.AddModelError(field, $"\"{text}\" is not a day: write it as 3 September 2026");
        return null;
    }
}
