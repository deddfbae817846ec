using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Lanyard.Web.Features.Policies;

/// <summary>A sentence in runs of words: those that stand in both drafts, and those that stand in this one only.</summary>
/// <param name="Text">The words of a run, with the spaces between them.</param>
/// <param name="IsChanged">Whether they stand in this draft only.</param>
public sealed record ChangedWords(string Text, bool IsChanged)
{
    /// <summary>Compares a sentence before and after it was reworded.</summary>
    public static (ImmutableArray<ChangedWords> Before, ImmutableArray<ChangedWords> After) Compare(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance);
        return (
            Runs(difference.PiecesOld, difference.DiffBlocks.Select(block => (block.DeleteStartA, block.DeleteCountA))),
            Runs(difference.PiecesNew, difference.DiffBlocks.Select(block => (block.InsertStartB, block.InsertCountB))));
    }

    private static ImmutableArray<ChangedWords> Runs(IReadOnlyList<string> pieces, IEnumerable<(int Start, int Count)> blocks)
    {
        var runs = ImmutableArray.CreateBuilder<ChangedWords>();
        var at = 0;
        foreach (var (start, count) in blocks)
        {
            Add(runs, pieces, at, start, isChanged: false);
            Add(runs, pieces, start, start + count, isChanged: true);
            at = start + count;
        }

        Add(runs, pieces, at, pieces.Count, isChanged: false);
        return runs.ToImmutable();
    }

    private static void Add(
        ImmutableArray<ChangedWords>.Builder runs, IReadOnlyList<string> pieces, int from, int until, bool isChanged)
    {
        if (until > from)
        {
            runs.Add(new(string.Concat(pieces.Skip(from).Take(until - from)), isChanged));
        }
    }
}
