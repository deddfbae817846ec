using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person who had left came back.</summary>
public sealed record PersonReturned(PersonId Person, DateOnly On) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"person/{Person}";
}
