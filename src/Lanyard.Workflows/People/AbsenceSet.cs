using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>A person said when they are away, or that they are back.</summary>
public sealed record AbsenceSet(PersonId Person, Absence? Absence) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"person/{Person}";
}
