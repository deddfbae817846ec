using System.Globalization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>Every giving and taking of a role that sees cases, newest first.</summary>
public sealed class CaseGrantRegister : Register<CaseGrant>
{
    /// <summary>How those are found that a second person has yet to decide.</summary>
    public const string OpenTerm = "open";

    /// <inheritdoc/>
    public override string Name => "case-grant";

    /// <summary>How those of a person are found.</summary>
    public static string PersonTerm(PersonId person) => $"person={person}";

    /// <summary>How those of a role are found.</summary>
    public static string RoleTerm(string role) => $"role={role}";

    /// <inheritdoc/>
    protected override CaseGrant? After(CaseGrant? row, Happening happening) => happening.Event switch
    {
        CaseRoleAsked asked => New(asked, asked.Person, asked.Role, asked.Until, CaseGrantState.Asked, happening),
        CaseRoleNamed named => New(named, named.Person, named.Role, named.Until, CaseGrantState.Named, happening),
        CaseRoleGiven given => New(given, given.Person, given.Role, happening.At, CaseGrantState.Given, happening),
        CaseRoleTaken taken => New(taken, taken.Person, taken.Role, happening.At, CaseGrantState.Taken, happening),
        // Nothing is confirmed before it is asked for
        CaseRoleConfirmed =>
            row! with { State = CaseGrantState.Confirmed, DecidedBy = happening.By, DecidedAt = happening.At },
        // Nor refused
        CaseRoleRefused => row! with { State = CaseGrantState.Refused, DecidedBy = happening.By,
            DecidedAt = happening.At },
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(CaseGrant row) => (long.MaxValue - row.At.UtcTicks)
        .ToString("D19", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(CaseGrant row) =>
        row.IsOpen ? [PersonTerm(row.Person), RoleTerm(row.Role.Role), OpenTerm]
            : [PersonTerm(row.Person), RoleTerm(row.Role.Role)];

    private static CaseGrant New(CaseGrantEvent happened, PersonId person, RoleHeld role, DateTimeOffset until,
        CaseGrantState state, Happening happening) =>
        new(happened.Grant, person, role, happening.By, happening.At, until, state);
}
