using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Literate;

/// <summary>A clause: a heading with a number, the prose that a governor reads, and the blocks that run.</summary>
/// <param name="Id">Its number, or the words that stand for one, such as <c>3.12</c> or <c>staff 1</c>.</param>
/// <param name="Heading">What the heading says after the number.</param>
/// <param name="Level">The level of the heading: 2 for a section, 3 and more for what is in it.</param>
/// <param name="Where">The number, where it stands.</param>
/// <param name="Prose">The paragraphs and lists of the clause, without its blocks.</param>
/// <param name="Blocks">Its blocks, in order.</param>
public sealed record LiterateClause(
    string Id,
    string Heading,
    int Level,
    SourceSpan Where,
    ImmutableArray<SourceSpan> Prose,
    ImmutableArray<LiterateBlock> Blocks);
