namespace Lanyard.Workflows.Policies;

/// <summary>A text of a policy was kept, so that whatever names its hash can be read for ever.</summary>
public sealed record TextKept(string Hash, string Text) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"text/{Hash}";

    /// <inheritdoc/>
    public override string? PolicyHash => Hash;
}
