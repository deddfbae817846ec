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
        AccessChanged changed => new(changed.Person, [new(changed.Change, happening.At), .. (row?.Lines ?? []).Take(MostLines - 1)]),
        _ => row,
    };
}
