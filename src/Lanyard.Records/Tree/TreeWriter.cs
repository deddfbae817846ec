using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Tree;

/// <summary>Adds the entries of one transaction to the tree of an organisation.</summary>
internal sealed class TreeWriter
{
    private readonly EntrySeal _seal;
    private readonly List<(int Level, long Index, byte[] Node)> _completed = [];
    private readonly long _before;
    private TreeEdge _edge;
    private string _head;

    private TreeWriter(EntrySeal seal, RecordTree tree) =>
        (_seal, _edge, _head, _before) = (seal, tree.ToEdge(), tree.Head, tree.Before);

    /// <summary>The tree with all that was added.</summary>
    public RecordTree Tree => RecordTree.Of(_edge, _head, _before);

    /// <summary>Goes on from the end of the chain.</summary>
    /// <param name="seal">Seals entries.</param>
    /// <param name="reader">The organisation.</param>
    /// <param name="head">The end of its chain.</param>
    /// <param name="known">The tree as it was known last; it is read again if the chain has another end.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotWrittenException">The chain and the tree do not belong together: entries were removed or put
    /// in by somebody else, so nothing is added to them.</exception>
    public static async Task<TreeWriter> OpenAsync(EntrySeal seal, IRecordReader reader, ChainHead head,
        RecordTree? known, CancellationToken cancel)
    {
        var tree = known is not null && IsOf(known, head) ? known : await ReadAsync(reader, cancel)
            ?? (head.Sequence == 0 ? RecordTree.OfNothing : null);
        return tree is not null && IsOf(tree, head) ? new(seal, tree)
            : throw new NotWrittenException(NotWrittenCause.Damaged);
    }

    /// <summary>Adds the next entry, and seals it.</summary>
    public Entry Add(Entry entry)
    {
        _edge = _edge.With(TreeHash.LeafOf(entry.Hash), (level, index, node) =>
        {
            if (TreeRows.IsKept(level))
            {
                _completed.Add((level, index, node));
            }
        });
        _head = entry.Hash;
        return entry with { Mac = _seal.Of(entry.Hash) };
    }

    /// <summary>Writes the tree beside what was added.</summary>
    public async Task KeepAsync(IRecordTransaction write, CancellationToken cancel)
    {
        foreach (var (level, index, node) in _completed)
        {
            await TreeRows.PutAsync(write, level, index, node, cancel);
        }

        await TreeRows.PutAsync(write, Tree, cancel);
    }

    private static async Task<RecordTree?> ReadAsync(IRecordReader reader, CancellationToken cancel)
    {
        try
        {
            return await new TreeRows(reader).FindAsync(cancel);
        }
        catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
        {
            throw new NotWrittenException(NotWrittenCause.Damaged, problem);
        }
    }

    private static bool IsOf(RecordTree tree, ChainHead head) => tree.Size == head.Sequence && tree.Head == head.Hash;
}
