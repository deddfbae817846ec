using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.People;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.CaseAccess.DecideCaseRole;

/// <summary>A second person confirms or refuses that somebody gets a role that sees cases.</summary>
[Needs(Permission.ConfirmCaseRoles)]
public sealed class DecideCaseRolePage(Visit visit, RecordBook book, CaseRoleDesk cases)
    : CaseRolePageBase(visit, book, cases)
{
    private Kept<CaseGrant> _grant = null!; // set before the page is drawn
    private Kept<Person> _person = null!; // set before the page is drawn

    [FromRoute]
    public Guid Id { get; set; }

    public CaseGrant Grant => _grant.Value;

    public Person Person => _person.Value;

    /// <summary>Whether the person who asks can decide it.</summary>
    public bool MayDecide => Grant.IsWaiting(Visit.Now) && Grant.By != Who.Id && Grant.Person != Who.Id;

    /// <summary>Where it stands.</summary>
    public string StateInWords => Grant.State switch
    {
        CaseGrantState.Confirmed => $"Confirmed by {Name(Grant.DecidedBy)}, {Grant.DecidedAt?.InWords()}",
        CaseGrantState.Refused => $"Refused by {Name(Grant.DecidedBy)}, {Grant.DecidedAt?.InWords()}",
        CaseGrantState.Given => "Given by somebody who holds this role",
        CaseGrantState.Taken => "Taken away",
        CaseGrantState.Named => $"Held, and waits for a second person until {UkTime.DayOf(Grant.Until).InWords()}",
        _ => IsWaiting ? $"Waits for a second person until {UkTime.DayOf(Grant.Until).InWords()}"
            : "Not confirmed in time",
    };

    public bool IsWaiting => Grant.IsWaiting(Visit.Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : NotFound();

    [NeedsFreshProof]
    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        DecideAsync(
            () => CaseRoleGate.Confirm(Grant, Who.Id, Person, Person.IsHere(Visit.Today), Visit.Now),
            "The role is confirmed.", cancel);

    [NeedsFreshProof]
    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancel) =>
        DecideAsync(() => CaseRoleGate.Refuse(Grant, Who.Id, Person, Visit.Now), "The role is refused.", cancel);

    private async Task<IActionResult> DecideAsync(Func<Outcome> decide, string done, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var expected = new Dictionary<string, long>
        {
            [$"case-grant/{Id:N}"] = _grant.Version, [$"person/{Person.Id}"] = _person.Version,
        };
        return await TakeAsync(Who, decide(), expected, List, done, cancel);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await ReadWhoAsync(cancel);
        if (await Book.FindAsync<CaseGrant>(Who.At, $"case-grant/{Id:N}", cancel) is not { } grant
            || !Who.May(Permission.ConfirmCaseRoles, grant.Value.Role.School)
            || await Book.FindAsync<Person>(Who.At, $"person/{grant.Value.Person}", cancel) is not { } person)
        {
            return false;
        }

        (_grant, _person) = (grant, person);
        await NameAsync([grant.Value.By, grant.Value.DecidedBy], cancel);
        return true;
    }
}
