using System.Collections.Immutable;

namespace Lanyard.Decisions.Interviews;

/// <summary>One question of an interview: a single choice, or a list of facts of which each may hold.</summary>
/// <param name="Text">The question.</param>
/// <param name="Needs">What it asks for. Several facts of one kind are asked together; a choice is asked alone.</param>
public sealed record InterviewQuestion(string Text, ImmutableArray<Need> Needs)
{
    /// <summary>Whether any number of its items may be ticked, or one answer is chosen.</summary>
    public bool IsChecklist => Needs.Length > 1;

    /// <summary>Whether it asks for a consent, an approval or an assessment: only a plain "yes" then counts as given.</summary>
    public bool IsPermission { get; init; }

    /// <summary>Whether it asks for what only a person can judge.</summary>
    public bool IsJudged { get; init; }
}
