using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>Through which everything goes that happens to people's roles: what one person may not give alone is held
/// back and asked for.</summary>
public static class CaseRoleGate
{
    /// <summary>How long a second person has.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    // A file that is imported each night must not ask again each night for what somebody refused.
    private static readonly TimeSpan RefusalLasts = TimeSpan.FromDays(30);

    /// <summary>What happens instead of what was decided.</summary>
    /// <param name="decided">What was decided about people.</param>
    /// <param name="giver">Who decided it.</param>
    /// <param name="newId">Makes an id.</param>
    public static Outcome Pass(Outcome decided, CaseRoleGiver giver, Func<Guid> newId)
    {
        var passed = ImmutableArray.CreateBuilder<Event>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var first = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in decided.Events)
        {
            var pass = new CaseRolePass(giver, first, newId);
            passed.AddRange(pass.Through(happened));
            if (pass.IsForOneself)
            {
                refusals.Add(new("Held[0].Role", "Nobody gives themselves a role that sees cases. Ask somebody "
                    + "else who looks after people to ask for it."));
            }
        }

        return refusals.Count > 0 && decided.Events.Length == 1 ? new([], refusals.ToImmutable())
            : decided with { Events = passed.ToImmutable() };
    }

    /// <summary>A second person confirms.</summary>
    /// <param name="grant">The giving.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="person">The person it is for, as they are.</param>
    /// <param name="isHere">Whether that person belongs to the organisation today.</param>
    /// <param name="now">The moment.</param>
    public static Outcome Confirm(CaseGrant grant, PersonId by, Person person, bool isHere, DateTimeOffset now) =>
        Outcome.Of(
        [.. Second(grant, by, now), .. Check(!isHere, "They have left. Refuse it.")],
        () => grant.State == CaseGrantState.Named
            ? [new CaseRoleConfirmed(grant.Id)]
            : [new CaseRoleConfirmed(grant.Id),
            new PersonChanged(person.Id, With(person.Roles, grant.Role)) { Content = person.Details }]);

    /// <summary>A second person refuses.</summary>
    /// <param name="grant">The giving.</param>
    /// <param name="by">Who refuses.</param>
    /// <param name="person">The person it is for, as they are.</param>
    /// <param name="now">The moment.</param>
    public static Outcome Refuse(CaseGrant grant, PersonId by, Person person, DateTimeOffset now) => Outcome.Of(
        Second(grant, by, now),
        () => grant.State == CaseGrantState.Named && person.Roles.Contains(grant.Role)
            ? [new CaseRoleRefused(grant.Id),
            new PersonChanged(person.Id, CaseRolePass.Without(person.Roles, [grant.Role])) { Content = person.Details }]
            : [new CaseRoleRefused(grant.Id)]);

    /// <summary>Whether a role has been asked for already, so that it is not asked for again.</summary>
    internal static bool IsAskedFor(CaseRoleGiver giver, PersonId person, RoleHeld role) => giver.Grants.Any(grant =>
        grant.Person == person && CaseRoles.Covers(grant.Role, role)
        && ((grant.State == CaseGrantState.Asked && giver.Now <= grant.Until)
        || (grant.State == CaseGrantState.Refused && giver.Now < grant.DecidedAt + RefusalLasts)));

    private static IEnumerable<Refusal> Second(CaseGrant grant, PersonId by, DateTimeOffset now) =>
    [
        .. Check(!grant.IsOpen, "This has been decided already."),
        .. Check(grant.IsOpen && !grant.IsWaiting(now), "Nobody confirmed it in time. Ask for the role again."),
        .. Check(by == grant.By, "A second person must decide, because you asked for it."),
        .. Check(by == grant.Person, "A second person must decide, because the role is for you."),
    ];

    // The role that stood in for it while it waited goes.
    private static ImmutableArray<RoleHeld> With(ImmutableArray<RoleHeld> roles, RoleHeld role) =>
        [.. roles.Where(held => held != CaseRolePass.StandIn(role) && !CaseRoles.Covers(role, held)), role];

    private static IEnumerable<Refusal> Check(bool isWrong, string text) => isWrong ? [new("", text)] : [];
}
