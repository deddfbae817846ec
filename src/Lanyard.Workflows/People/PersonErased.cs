using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>Who a person was has been erased: the key to it was destroyed. What they did stays, under their
/// id.</summary>
/// <param name="Person">Whose.</param>
public sealed record PersonErased(PersonId Person) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"person/{Person}";
}
