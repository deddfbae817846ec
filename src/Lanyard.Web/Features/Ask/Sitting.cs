using System.Collections.Immutable;

namespace Lanyard.Web.Features.Ask;

/// <summary>How far somebody has come with a question.</summary>
/// <remarks>It travels sealed with them: the server keeps nothing of it.</remarks>
public sealed record Sitting
{
    /// <summary>What was typed, to show it again where it is changed; empty once somebody tells of harm.</summary>
    public string Words { get; init; } = "";

    /// <summary>The role of the one who asks.</summary>
    public string As { get; init; } = "";

    /// <summary>The school that is meant; empty for any.</summary>
    public string School { get; init; } = "";

    /// <summary>"yes" if the answer is kept without a name, "no" if it is kept with one.</summary>
    public string Anonymous { get; init; } = "";

    /// <summary>What was understood, as JSON; <see langword="null"/> if nothing was, yet.</summary>
    public string? Situation { get; init; }

    /// <summary>The words that meant nothing.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>The words on which an answer could turn, and of which nothing was made.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>What to do about a worry that was heard in the words; empty if none was.</summary>
    public string WorryText { get; init; } = "";

    /// <summary>Whether the person has said that they were understood rightly.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What they answered, by facet.</summary>
    public ImmutableSortedDictionary<string, string> Replies { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether they want the answer now, whatever is still open.</summary>
    public bool IsEnough { get; init; }

    /// <summary>What stands in the way of going on.</summary>
    public AskProblem Problem { get; init; }

    /// <summary>What was heard that no policy here is about.</summary>
    public string Elsewhere { get; init; } = "";

    /// <summary>Whether they tell of harm: then they are shown where help is, and nothing is decided or kept.</summary>
    public bool IsWorry { get; init; }

    /// <summary>What the policies say must then be done, in words.</summary>
    public ImmutableArray<string> Tell { get; init; } = [];
}
