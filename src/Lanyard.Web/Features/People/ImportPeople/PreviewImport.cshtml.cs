using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Shows what a file would change, and changes it.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PreviewImportPage(Visit visit, RecordBook book, PeopleDesk desk, ImportShelf shelf) : PeoplePage(visit, book, desk)
{
    /// <summary>How many of each kind the page shows.</summary>
    public const int MostShown = 500;

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    public KeptImport? Import { get; private set; }

    public ImportPlan Plan { get; private set; } = null!; // set wherever there is an import

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel))
        {
            Seen = Planned([.. (await Book.ListAsync<Person>(Who.At, cancel)).Select(kept => kept.Value)]);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Page();
        }

        var now = "";
        var result = await WriteAsync(
            PeopleRead.Everybody,
            people =>
            {
                now = Planned(people);
                return now == Seen ? Plan.Do(() => new(Guid.CreateVersion7(Visit.Now)), Today) : new([], [new("", "People were changed since this preview was made. This is what the file would change now: look at it again, then confirm.")]);
            },
            new Dictionary<string, long>(), "/people", "The file was imported.", cancel);
        if (result is LocalRedirectResult)
        {
            await shelf.ForgetAsync(Who, Name, cancel);
        }

        ModelState.Remove(nameof(Seen));
        Seen = now;
        return result;
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
            ("Roles", Words(change.Before.Roles), Words(change.Roles)),
            ("Year group", Year(old?.YearGroup), Year(now.YearGroup)),
            ("UPN", old?.Upn ?? "", now.Upn ?? ""),
            ("Id", old?.ExternalId ?? "", now.ExternalId ?? ""),
            ("Status", change.ComesBack ? "Left" : "", change.ComesBack ? "Comes back" : ""),
        ];
        return all.Where(line => line.Old != line.New);
    }

    /// <summary>A year group in words; empty if there is none.</summary>
    public static string Year(int? year) => year is { } known ? DetailChecks.YearGroupInWords(known) : "";

    /// <summary>Roles in words.</summary>
    public string Words(IEnumerable<RoleHeld> roles) => string.Join("; ", roles.Select(InWords).Order(StringComparer.Ordinal));

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Import = await shelf.FindAsync(Who, Name, cancel);
        return Import is not null;
    }

    // The hash tells whether what somebody confirms is what they saw.
    private string Planned(IReadOnlyCollection<Person> people)
    {
        var setting = new ImportSetting(Who.Organisation.Name, [.. Schools], Who.MayManagePeople, ManagedPeople.Rules(Today), Import!.RecordsLeavers); // asked for where there is one
        Plan = ImportPlanner.Plan(Import.File, [.. people], setting);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Plan, EventKinds.Json)));
    }
}
