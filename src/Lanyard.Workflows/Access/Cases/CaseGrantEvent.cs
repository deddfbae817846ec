namespace Lanyard.Workflows.Access.Cases;

/// <summary>Something happened to the giving of a role that sees cases.</summary>
/// <param name="Grant">The id of the giving.</param>
public abstract record CaseGrantEvent(Guid Grant) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"case-grant/{Grant:N}";
}
