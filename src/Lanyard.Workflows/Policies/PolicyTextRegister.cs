namespace Lanyard.Workflows.Policies;

/// <summary>Every text that a policy ever had.</summary>
public sealed class PolicyTextRegister : Register<PolicyText>
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    protected override PolicyText? After(PolicyText? row, Happening happening) => happening.Event switch
    {
        TextKept kept => new(kept.Hash, kept.Text),
        _ => row,
    };
}
