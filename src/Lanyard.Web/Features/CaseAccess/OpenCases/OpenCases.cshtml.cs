using System.Globalization;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Access.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.CaseAccess.OpenCases;

/// <summary>Lets a deputy open the cases for a time when it cannot wait for those who hold the role. It is recorded,
/// and they are told.</summary>
[Needs(Permission.BeHere)]
[NeedsFreshProof]
public sealed class OpenCasesPage(Visit visit, RecordBook book, CaseRoleDesk cases)
    : CaseRolePageBase(visit, book, cases)
{
    public static IReadOnlyList<FieldChoice> HourChoices { get; } = 
        [.. CaseSight.Hours.Select(hours => new FieldChoice($"{hours}", hours.Of("hour")))];

    [BindProperty]
    public string Why { get; set; } = "";

    [BindProperty]
    public string Hours { get; set; } = "";

    /// <summary>Until when the cases are open; <see langword="null"/> if they are not.</summary>
    public DateTimeOffset? OpenUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ReadAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } sight)
        {
            return NotFound();
        }

        var isNumber = int.TryParse(Hours, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen);
        int? hours = isNumber ? chosen : null;
        var outcome = sight.OpenCases(Who.Person, Guid.CreateVersion7(Visit.Now), hours, Why);
        return await TakeAsync(
            Who, outcome, new Dictionary<string, long>(), "/case-roles/emergency",
            "The cases are open to you. Those who hold the role, and those who look after people, are told.", cancel);
    }

    // Nobody but a deputy who signed in with a second factor learns that the page is there.
    private async Task<CaseSight?> ReadAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        var sight = await Cases.SightAsync(Who.At, Who.Id, cancel);
        OpenUntil = sight.Readings.Where(reading => Visit.Now < reading.Until)
            .Select(reading => (DateTimeOffset?)reading.Until).Max();
        var mayOpen = Who.HasSecondFactor && Who.Person.Roles.Any(held => sight.MayOpen(Who.Person, held.School));
        return mayOpen ? sight : null;
    }
}
