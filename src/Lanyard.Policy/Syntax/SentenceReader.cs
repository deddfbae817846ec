using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Syntax;

/// <summary>Cuts a block into sentences.</summary>
public static class SentenceReader
{
    /// <summary>Every sentence of a block, in order.</summary>
    public static ImmutableArray<Sentence> Read(SourceSpan block)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = -1;
        var end = block.Start;
        foreach (var (from, to) in Lines(block))
        {
            var text = block.Source.Content.AsSpan(from, to - from);
            if (text.IsWhiteSpace())
            {
                continue;
            }

            if (start >= 0 && !char.IsWhiteSpace(text[0]))
            {
                sentences.Add(Lexer.Read(block.Source.Span(start, end - start)));
                start = -1;
            }

            start = start < 0 ? from : start;
            end = from + text.TrimEnd().Length;
        }

        if (start >= 0)
        {
            sentences.Add(Lexer.Read(block.Source.Span(start, end - start)));
        }

        return sentences.ToImmutable();
    }

    private static IEnumerable<(int From, int To)> Lines(SourceSpan block)
    {
        for (var from = block.Start; from < block.End;)
        {
            var newline = block.Source.Content.IndexOf('\n', from, block.End - from);
            var to = newline < 0 ? block.End : newline;
            yield return (from, to);
            from = to + 1;
        }
    }
}
