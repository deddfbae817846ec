using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>A word of the vocabulary: a named set of the values of one facet.</summary>
/// <remarks>Words form a tree: "staff" holds "teacher", so its set holds the teacher's value.</remarks>
/// <param name="Name">The word itself, which is also how Lanyard prints it.</param>
/// <param name="Facet">The facet it says something about.</param>
/// <param name="Values">The values it stands for, as a set of bits.</param>
/// <param name="Depth">How deep it stands in its tree; a root has depth 0.</param>
public sealed record Concept(string Name, Facet Facet, ulong Values, int Depth)
{
    /// <summary>The phrases that policies may use for it, the name first.</summary>
    public ImmutableArray<string> Phrases { get; init; } = [];

    /// <summary>Further phrases that are understood only in questions asked in free English.</summary>
    public ImmutableArray<string> Heard { get; init; } = [];

    /// <summary>For a fact: what follows "content that", such as "names a student".</summary>
    public string? Clause { get; init; }

    /// <summary>A word of another facet that its phrases also say, as "use social media" says the platform.</summary>
    public Concept? Also { get; init; }

    /// <summary>Whether there is only one, so that it is said with "the".</summary>
    public bool IsUnique { get; init; }

    /// <summary>For an act: the word before whom it is towards, such as "from"; empty if there is none.</summary>
    public string Towards { get; init; } = "";

    /// <summary>For an act: whether it is said with "content" where nothing else is posted.</summary>
    public bool TakesContent { get; init; }

    /// <summary>For an act: whether content follows it at once: "messages content", but "comments with content".</summary>
    public bool HoldsContent { get; init; }

    /// <summary>The word that leads into it, where its facet's usual one would sound wrong: "by school email".</summary>
    public string? Lead { get; init; }

    /// <summary>Its plural, where the rules of English would get it wrong.</summary>
    public string? Plural { get; init; }

    /// <summary>Its past form, where the rules of English would get it wrong.</summary>
    public string? Past { get; init; }

    /// <summary>The line of the vocabulary file that declares it, counted from one.</summary>
    public int Line { get; init; }
}
