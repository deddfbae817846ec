using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.CaseAccess.ListCaseRoles;

/// <summary>Shows who sees cases, what waits to be confirmed, and when a deputy opened the cases.</summary>
[Needs(Permission.ConfirmCaseRoles)]
public sealed class ListCaseRolesPage(Visit visit, RecordBook book, CaseRoleDesk cases)
    : CaseRolePageBase(visit, book, cases)
{
    private const int MostReadings = 50;

    public IReadOnlyList<Person> Holders { get; private set; } = [];

    public IReadOnlyList<CaseGrant> Open { get; private set; } = [];

    public IReadOnlyList<CaseReading> Readings { get; private set; } = [];

    /// <summary>Whether the person is a deputy, who may open the cases in an emergency.</summary>
    public bool IsDeputy => Who.Person.Roles.Any(held => held.IsDeputy && CaseRoles.Include(held));

    public DateTimeOffset Now => Visit.Now;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        Holders = await Cases.HoldersAsync(Who.At, cancel);
        Open = [.. (await Book.ListAsync<CaseGrant>(Who.At, cancel, CaseGrantRegister.OpenTerm))
            .Select(kept => kept.Value).Where(grant => grant.IsWaiting(Now))];
        Readings = [.. (await Book.ListAsync<CaseReading>(Who.At, cancel, take: MostReadings))
            .Select(kept => kept.Value)];
        await NameAsync([.. Open.Select(grant => (PersonId?)grant.Person),
            .. Readings.Select(reading => (PersonId?)reading.Person)], cancel);
    }

    /// <summary>Where a role that somebody holds stands.</summary>
    public CaseGrant? OpenOf(Person person, RoleHeld held) =>
        Open.FirstOrDefault(grant =>
            grant.Person == person.Id && grant.Role == held && grant.State == CaseGrantState.Named);

    /// <summary>Where it stands, in words.</summary>
    public string InWords(CaseGrant? open) =>
        open is null ? "Holds it"
        : open.HasLapsed(Now) ? "Not confirmed in time: sees no cases until somebody confirms it"
        : "Holds it, and waits for a second person";
}
