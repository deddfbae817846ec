using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>A phrase that may be heard in a question, and what it says.</summary>
/// <param name="Words">Its words, in lower case and singular. <see cref="Gap"/> stands for a few words of any kind, <see cref="Whom"/> for somebody.</param>
/// <param name="Concept">The word of the vocabulary that it stands for.</param>
internal sealed record HeardPhrase(ImmutableArray<string> Words, Concept Concept)
{
    public const string Gap = "...";
    public const string Whom = "whom";

    /// <summary>Whether it is the past form of a verb.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether it only raises the question: "parental consent" leaves open whether that is in writing.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it means this only where a young person says it: "he wants to meet me".</summary>
    public bool IsOfYoung { get; init; }

    /// <summary>Whether it is something that is done.</summary>
    public bool IsVerb { get; init; }

    /// <summary>Whether policies may use it, and not questions alone.</summary>
    public bool IsFormal { get; init; }
}
