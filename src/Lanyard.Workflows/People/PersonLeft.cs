using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person left. Their history stays.</summary>
public sealed record PersonLeft(PersonId Person, DateOnly On) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"person/{Person}";
}
