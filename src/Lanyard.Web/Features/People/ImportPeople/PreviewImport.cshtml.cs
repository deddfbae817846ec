using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Shows what a file would change, asks what cannot be told from it, and changes it.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PreviewImportPage(
    Visit visit, RecordBook book, PeopleDesk desk, ImportShelf shelf, ImportMemory memory, ImportQueue queue)
    : PeoplePage(visit, book, desk)
{
    /// <summary>How many of each kind the page shows.</summary>
    public const int MostShown = 200;

    // What takes no longer is done when the next page opens.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    /// <summary>What is said about the file.</summary>
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    /// <summary>The number of leavers, typed where they are many.</summary>
    [BindProperty]
    public string LeaverNumber { get; set; } = "";

    public KeptImport? Import { get; private set; }

    public ImportAnswers Answers { get; private set; } = ImportAnswers.None;

    public ImportedPeople Told { get; private set; } = null!; // set wherever there is an import

    public ImportPlan Plan { get; private set; } = null!; // as above

    /// <summary>Whether it has to be said first of which school the file is.</summary>
    public bool MissesSchool => Told.NeedsSchool && Schools.Count > 0;

    /// <summary>Whether it can be imported as it stands.</summary>
    public bool MayImport => !Plan.IsEmpty && Plan.Refusals.IsEmpty && !MissesSchool && !Told.NeedsColumns;

    /// <summary>Whether anything is asked.</summary>
    public bool Asks =>
        Told.Columns.Count > 0 || Plan.Questions.Length + Plan.Titles.Length + Plan.Years.Length > 0
        || Answers.Titles.Count + Answers.Years.Count > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel))
        {
            Seen = Planned(await PeopleAsync(cancel));
        }

        return Page();
    }

    /// <summary>Takes what was said, and shows what the file would change then.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Page();
        }

        Planned(await PeopleAsync(cancel));
        await TakeAnswersAsync(cancel);
        return Redirect($"/people/import/{Name}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Page();
        }

        var head = await Book.Store.Read(Who.At).HeadAsync(cancel);
        var people = await PeopleAsync(cancel);
        var now = Planned(people);
        if (await TakeAnswersAsync(cancel))
        {
            ModelState.AddModelError(
                "", "You have answered since this preview was made. This is what the file would change now: look at "
                    + "it again, then confirm.");
        }
        else if (MissesSchool)
        {
            ModelState.AddModelError("Form.AllSchool", "Choose the school of the people in the file");
        }
        else if (
            Plan.AsksForNumber
            && LeaverNumber.Trim() != Plan.Leavers.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            ModelState.AddModelError(
                nameof(LeaverNumber),
                $"Type {Plan.Leavers.Length} if so many have really left. If not, import the file again without its "
                    + "leavers");
        }

        else if (now != Seen)
        {
            ModelState.AddModelError(
                "", "People were changed since this preview was made. This is what the file would change now: look at "
                    + "it again, then confirm.");
        }

        foreach (var refusal in Plan.Refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Text);
        }

        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(Seen));
            Seen = Planned(people);
            return Page();
        }

        return await ImportAsync(head, cancel);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel))
        {
            await shelf.ForgetAsync(Who, Name, cancel);
        }

        return Done("/people/import", "The file was given up. Nothing was changed.");
    }

    /// <summary>What is different about somebody, old and new side by side.</summary>
    public IEnumerable<(string What, string Old, string New)> Differences(PlannedChange change)
    {
        var (old, now) = (change.Before.Details, change.Details);
        (string What, string Old, string New)[] all =
        [
            ("Name", old?.Name ?? "", now.Name),
            ("Email address", old?.Email ?? "", now.Email ?? ""),
            ("Contact address", old?.ContactEmail ?? "", now.ContactEmail ?? ""),
            ("Roles", Words(change.Before.Roles), Words(change.Roles)),
            ("Year group", Year(old?.YearGroup), Year(now.YearGroup)),
            ("Class", old?.Class ?? "", now.Class ?? ""),
            ("UPN", old?.Upn ?? "", now.Upn ?? ""),
            ("Date of birth", old?.BirthDate?.InWords() ?? "", now.BirthDate?.InWords() ?? ""),
            ("Id", old?.ExternalId ?? "", now.ExternalId ?? ""),
            ("Source of the id", old?.Source ?? "", now.Source ?? ""),
            ("Status", change.ComesBack ? "Left" : "", change.ComesBack ? "Comes back, with a new way to sign in" : ""),
        ];
        return all.Where(line => line.Old != line.New);
    }

    /// <summary>A year group in words; empty if there is none.</summary>
    public static string Year(int? year) => year is { } known ? DetailChecks.YearGroupInWords(known) : "";

    /// <summary>Roles in words.</summary>
    public string Words(IEnumerable<RoleHeld> roles) => string.Join("; ", roles.Select(InWords).Order(StringComparer.Ordinal));

    /// <summary>Those among which leavers are looked for, in words.</summary>
    public string ScopeInWords() =>
        string.Join(
            "; ", Plan.Scope.Select(
            place => Schools.Count == 0 ? place.Kind.InWords()
            : $"{place.Kind.InWords()} of {PlaceName(place.School)}"));

    /// <summary>Why a line may be about somebody who is known, and who that is.</summary>
    public string Why(SameQuestion question)
    {
        var (person, year) = (question.Candidate, Year(question.Candidate.Details?.YearGroup));
        return $"{SameWords.Of(question)} {person.Name}: "
            + $"{Words(person.Roles)}{(year.Length > 0 ? $", {year}" : "")}{(person.Left is { } left ? $", left on {left.InWords()}" : "")}.";
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Import = await shelf.FindAsync(Who, Name, cancel) is { IsWaiting: true } waiting ? waiting : null;
        Answers = Import is null ? ImportAnswers.None
            : await memory.RecallAsync(Who, Import.File, Import.Answers, cancel);
        return Import is not null;
    }

    private async Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancel) =>
        [.. (await Book.ListAsync<Person>(Who.At, cancel)).Select(kept => kept.Value)];

    // Whether anything was said that was not said before.
    private async Task<bool> TakeAnswersAsync(CancellationToken cancel)
    {
        var said = Form.Read(Answers, Told, Plan);
        if (JsonSerializer.Serialize(said, EventKinds.Json) == JsonSerializer.Serialize(Answers, EventKinds.Json))
        {
            return false;
        }

        Answers = said;
        await shelf.ChangeAsync(Who, Name, kept => kept with { Answers = said }, cancel);
        await memory.RememberAsync(Who, Import!.File, said, cancel); // taken where there is an import
        return true;
    }

    // It is done beside the pages: a large file takes longer than a browser, or what stands before it, waits.
    private async Task<IActionResult> ImportAsync(ChainHead head, CancellationToken cancel)
    {
        var run = new ImportRun(head.Sequence, Who.HasSecondFactor, ImportOutcome.Of(Plan, Visit.Now));
        await shelf.ChangeAsync(Who, Name, kept => kept with { Run = run }, cancel);
        var next = $"/people/import/{Name}/outcome";
        await Task.WhenAny(queue.Add(Who.At, Name), SoonAsync(cancel));
        return await shelf.FindAsync(Who, Name, cancel) is { Outcome: not null }
            ? Done(next, "The file was imported.") : LocalRedirect(next);
    }

    private static async Task SoonAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Soon);
        await timer.WaitForNextTickAsync(cancel);
    }

    // The hash tells whether what somebody confirms is what they saw.
    private string Planned(IReadOnlyCollection<Person> people)
    {
        Told = Import!.File.Read(Answers, Today); // asked for where there is one
        var setting = new ImportSetting(
            Who.Organisation.Name, [.. Schools], Who.MayManagePeople, ManagedPeople.Rules(Today),
            Import.RecordsLeavers) { Answers = Answers };
        Plan = ImportPlanner.Plan(Told, [.. people], setting);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Plan, EventKinds.Json)));
    }
}
