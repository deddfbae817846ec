using System.Collections.Immutable;

namespace Lanyard.Decisions.Worries;

/// <summary>Harm, or the fear of it, that somebody tells of: who must hear of it for certain, whatever else was
/// understood.</summary>
/// <param name="Kinds">What it is about, such as "weapon"; the names stand in the word file.</param>
/// <param name="Tell">Who must be told, first things first, such as "designated safeguarding lead".</param>
/// <param name="Text">What to do, in a few sentences for the asker.</param>
public sealed record Worry(ImmutableArray<string> Kinds, ImmutableArray<string> Tell, string Text)
{
    /// <summary>Whether it is told of what happens or may happen, and is not only in what somebody asks leave
    /// for.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether it is about somebody who works or helps at the organisation.</summary>
    public bool IsAboutAdult { get; init; }

    /// <summary>Whether it is about the headteacher.</summary>
    public bool IsAboutHead { get; init; }
}
