using System.Collections.Immutable;

namespace Lanyard.Workflows.People.Import;

/// <summary>What somebody has said about a file: what cannot be told from the file itself.</summary>
public sealed record ImportAnswers
{
    /// <summary>Nothing said.</summary>
    public static ImportAnswers None { get; } = new();

    /// <summary>What columns hold, by their folded headers; empty for one that is not read.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The role of everybody in a file that tells no roles; <see langword="null"/> if nobody has
    /// said.</summary>
    public string? Role { get; init; }

    /// <summary>The school of everybody in a file that tells no schools, empty for the whole organisation;
    /// <see langword="null"/> if nobody has said.</summary>
    public string? School { get; init; }

    /// <summary>The roles that job titles mean, by the folded title.</summary>
    public ImmutableDictionary<string, string> Titles { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The year groups that words mean, by the folded word; <see langword="null"/> for none.</summary>
    public ImmutableDictionary<string, int?> Years { get; init; } = ImmutableDictionary<string, int?>.Empty;

    /// <summary>Whether a line is about somebody who is known, by the line.</summary>
    public ImmutableDictionary<int, SameAnswer> Same { get; init; } = ImmutableDictionary<int, SameAnswer>.Empty;
}
