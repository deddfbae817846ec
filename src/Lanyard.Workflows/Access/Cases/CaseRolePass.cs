using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>One event on its way through the gate.</summary>
internal sealed class CaseRolePass(CaseRoleGiver giver, HashSet<string> first, Func<Guid> newId)
{
    private readonly List<Event> _after = [];

    /// <summary>Whether somebody tried to give themselves a role that sees cases.</summary>
    public bool IsForOneself { get; private set; }

    /// <summary>What passes, and what is asked for instead of what does not.</summary>
    public IEnumerable<Event> Through(Event happened)
    {
        Event[] passed = happened switch
        {
            PersonJoined joined => [joined with { Roles = Held(joined.Person, joined.Roles, []) }],
            PersonChanged changed => Changed(changed),
            PersonReturned returned => Returned(returned),
            PersonLeft left => Left(left),
            _ => [happened],
        };
        return [.. passed, .. _after];
    }

    /// <summary>The role that stands in for one that waits, so that nobody is without any.</summary>
    public static RoleHeld StandIn(RoleHeld role) => new("staff", role.School);

    /// <summary>Roles without some of them.</summary>
    public static ImmutableArray<RoleHeld> Without(ImmutableArray<RoleHeld> roles, IReadOnlyCollection<RoleHeld> held)
    {
        ImmutableArray<RoleHeld> rest = [.. roles.Where(role => !held.Contains(role))];
        return rest.IsEmpty ? [.. held.Select(StandIn).Distinct()] : rest;
    }

    private Event[] Changed(PersonChanged changed)
    {
        var before = giver.Find(changed.Person);
        var roles = Held(changed.Person, changed.Roles, before?.Roles ?? []);
        if (IsForOneself)
        {
            return []; // so that nobody loses the roles they have by asking for more
        }

        Take(changed.Person, before?.Roles ?? [], changed.Roles);
        return before is not null && before.Details == changed.Content && DetailChecks.AreSame(before.Roles, roles) ? []
            : [changed with { Roles = roles }];
    }

    // Roles do not come back by themselves with the person who held them.
    private Event[] Returned(PersonReturned returned)
    {
        var before = giver.Find(returned.Person);
        var roles = before is null ? [] : Held(returned.Person, before.Roles, []);
        return before is null || DetailChecks.AreSame(before.Roles, roles) ? [returned]
            : [returned, new PersonChanged(returned.Person, roles) { Content = before.Details }];
    }

    private Event[] Left(PersonLeft left)
    {
        Take(left.Person, giver.Find(left.Person)?.Roles ?? [], []);
        return [left];
    }

    // The roles that are held at once; the others are asked for.
    private ImmutableArray<RoleHeld> Held(PersonId person, ImmutableArray<RoleHeld> roles,
        ImmutableArray<RoleHeld> before)
    {
        var held = new List<RoleHeld>();
        foreach (var role in CaseRoles.Beyond(roles, before))
        {
            if (!IsHeldAtOnce(person, role))
            {
                held.Add(role);
            }
        }

        return held.Count == 0 ? roles
            : Without([.. roles,
            .. before.Where(old => !roles.Contains(old) && held.Exists(role => CaseRoles.Covers(role, old)))], held);
    }

    private bool IsHeldAtOnce(PersonId person, RoleHeld role)
    {
        switch (giver.Way(person, role))
        {
            case CaseRoleGiving.ToFirst when !role.IsDeputy && first.Add(role.Role):
                _after.Add(new CaseRoleNamed(newId(), person, role, giver.Now + CaseRoleGate.Lasts));
                return true;
            case CaseRoleGiving.ByHolder:
                _after.Add(new CaseRoleGiven(newId(), person, role));
                return true;
            case CaseRoleGiving.Never:
                IsForOneself = true;
                return false;
            default:
                Ask(person, role);
                return false;
        }
    }

    private void Ask(PersonId person, RoleHeld role)
    {
        if (person == giver.Person.Id)
        {
            IsForOneself = true;
        }
        else if (!CaseRoleGate.IsAskedFor(giver, person, role))
        {
            _after.Add(new CaseRoleAsked(newId(), person, role, giver.Now + CaseRoleGate.Lasts));
        }
    }

    private void Take(PersonId person, ImmutableArray<RoleHeld> before, ImmutableArray<RoleHeld> now) =>
        _after.AddRange(CaseRoles.Beyond(before, now).Select(role => new CaseRoleTaken(newId(), person, role)));
}
