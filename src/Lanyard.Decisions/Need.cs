using System.Collections.Immutable;

namespace Lanyard.Decisions;

/// <summary>Something unknown that could still change the answer.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Question">The question that asks for it.</param>
/// <param name="Choices">The answers there are; those that the policy treats alike are one choice.</param>
public sealed record Need(string Facet, string Question, ImmutableArray<Choice> Choices)
{
    /// <summary>Whether it could change the verdict, and not only what must be done.</summary>
    public bool IsForVerdict { get; init; } = true;
}
