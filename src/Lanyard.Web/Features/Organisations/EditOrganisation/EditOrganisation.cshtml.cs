using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Help;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Organisations.EditOrganisation;

/// <summary>Shows the organisation, adds schools, and keeps the term dates.</summary>
[Needs(Permission.ManageOrganisation)]
public sealed class EditOrganisationPage(Visit visit, RecordBook book) : LanyardPage(visit, book)
{
    private const string Yes = "true";

    /// <summary>The box that says that terms of unusual length are right.</summary>
    public static IReadOnlyList<FieldChoice> SureChoices { get; } = [new(Yes, "These dates are right")];

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string SchoolName { get; set; } = "";

    [BindProperty]
    public string Terms { get; set; } = "";

    [BindProperty]
    public string Closures { get; set; } = "";

    /// <summary>Whether terms of unusual length are right.</summary>
    [BindProperty]
    public IList<string> AreSure { get; set; } = [];

    /// <summary>Whether that is asked.</summary>
    public bool AsksWhetherSure { get; private set; }

    public Who Who { get; private set; } = null!; // set before the page is drawn

    public bool MayChange => Who.May(Permission.ManageOrganisation);

    /// <summary>Whether the organisation has set who to turn to for help.</summary>
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

        var (terms, closures) = (TermDates.ReadTerms(Terms, AreSure.Contains(Yes)), TermDates.ReadClosures(Closures));
        AsksWhetherSure = terms.IsAsked;
        foreach (
            var (field, problem) in terms.Problems.Select(text => (nameof(Terms), text))
            .Concat(closures.Problems.Select(text => (nameof(Closures), text))))
        {
            ModelState.AddModelError(field, problem);
        }

        if (terms.Days.IsEmpty && terms.Problems.IsEmpty && !Who.Organisation.Calendar.Terms.IsEmpty)
        {
            ModelState.AddModelError(nameof(Terms), "Enter the terms: without them, deadlines in school days cannot be counted");
        }

        var outcome = Outcome.Of(
            [], () => [
            new CalendarSet(
            Who.At, terms.Days, [.. closures.Days.SelectMany(days => TermDates.Each(days)).Distinct().Order()])]);
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
        Terms = string.Join('\n', Who.Organisation.Calendar.Terms.Select(TermDates.InWords));
        Closures = string.Join('\n', TermDates.Runs(Who.Organisation.Calendar.Closures).Select(TermDates.InWords));
    }
}
