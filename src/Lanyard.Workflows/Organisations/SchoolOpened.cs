using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations;

/// <summary>A school was added to an organisation.</summary>
public sealed record SchoolOpened(SchoolId School, string Name) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"school/{School}";
}
