using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>One thing that can be known about a situation, with the closed list of the values it can have.</summary>
/// <param name="Index">Its place among the facets of the vocabulary.</param>
/// <param name="Id">Its lasting name, as JSON situations use it: words joined by hyphens.</param>
/// <param name="Kind">What silence about it means.</param>
/// <param name="Section">The section of the vocabulary it stands in; facts of one section are asked together.</param>
/// <param name="Slot">The place of its phrases in a sentence: the number of its section.</param>
/// <param name="Question">The question that asks for it.</param>
/// <param name="Values">The names of its values. At most 64, so that a set of values is one word of memory.</param>
public sealed record Facet(
    int Index, string Id, FacetKind Kind, string Section, int Slot, string Question, ImmutableArray<string> Values)
{
    /// <summary>The set of the value "no" of a fact or permission.</summary>
    public const ulong No = 1;

    /// <summary>The set of the value "yes" of a fact or permission.</summary>
    public const ulong Yes = 2;

    /// <summary>Words that may stand before its phrases, such as "from" before an account.</summary>
    public ImmutableArray<string> Leads { get; init; } = [];

    /// <summary>Whether its phrases may stand without such a word.</summary>
    public bool IsBare { get; init; } = true;

    /// <summary>The section of the conditions that a policy puts to a person, in its own words.</summary>
    public const string Judged = "judged";

    /// <summary>Whether only a person can say whether it is so. It is never taken from what somebody types.</summary>
    public bool IsJudged => Section == Judged;

    /// <summary>The set of all its values: nothing is known.</summary>
    public ulong All => ulong.MaxValue >> (64 - Values.Length);

    /// <summary>What is taken to hold when nobody mentions it.</summary>
    public ulong Silence => Kind == FacetKind.Permission || Section is "tense" or "omission" ? No : All;
}
