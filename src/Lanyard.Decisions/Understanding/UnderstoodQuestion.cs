using System.Collections.Immutable;
using Lanyard.Decisions.Worries;
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

    /// <summary>The harm that it tells of, and who must be told; <see langword="null"/> if none was heard. It comes
    /// first, whatever else was understood.</summary>
    public Worry? Worry { get; init; }

    /// <summary>
    /// The words for a person, a denial or a consent of which nothing was made. If there are any, no verdict is given
    /// before
    /// somebody has confirmed what was understood.
    /// </summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>Whether somebody else than the asker is said to do it.</summary>
    internal bool IsByAnother { get; init; }

    /// <summary>Whether what was understood must be confirmed before there is a verdict.</summary>
    public bool MustBeConfirmed => !Doubts.IsEmpty;
}
