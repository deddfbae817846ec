using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>A person's ways of signing in changed. Never the secrets themselves.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Change">What changed.</param>
public sealed record AccessChanged(PersonId Person, AccessChange Change) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"access/{Person}";
}
