using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>What changed about each person's ways of signing in.</summary>
public sealed class AccessRegister : Register<AccessHistory>
{
    private const int MostLines = 20;

    /// <inheritdoc/>
    public override string Name => "access";

    /// <inheritdoc/>
    protected override AccessHistory? After(AccessHistory? row, Happening happening) => happening.Event switch
    {
        AccessChanged changed => With(row, changed.Person, changed.Change, happening.At),
        SecondFactorReset reset => With(row, reset.Person, reset.Factor == SecondFactor.Codes ? AccessChange.CodesReset : AccessChange.PasskeysReset, happening.At),
        _ => row,
    };

    private static AccessHistory With(AccessHistory? row, PersonId person, AccessChange change, DateTimeOffset at) =>
        new(person, [new(change, at), .. (row?.Lines ?? []).Take(MostLines - 1)]);
}
