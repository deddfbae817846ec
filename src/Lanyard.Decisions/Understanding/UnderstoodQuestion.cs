using System.Collections.Immutable;
using Lanyard.Domain.Situations;

namespace Lanyard.Decisions.Understanding;

/// <summary>What was understood of a question in free English.</summary>
/// <param name="Situation">The facts that it tells.</param>
/// <param name="NotUnderstood">The words that meant nothing to Lanyard, in order.</param>
/// <param name="Understood">The situation in words, or <see langword="null"/> if not even an act was understood.</param>
public sealed record UnderstoodQuestion(Situation Situation, ImmutableArray<string> NotUnderstood, string? Understood)
{
    /// <summary>What was heard and is no matter of a policy on social networking, such as "give a lift"; then no act may be understood.</summary>
    public ImmutableArray<string> Elsewhere { get; init; } = [];
}
