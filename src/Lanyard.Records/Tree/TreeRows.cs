using System.Globalization;
using System.Text.Json;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Tree;

/// <summary>Where the tree of an organisation lies: its edge in a row, every 256th step of its larger subtrees in rows
/// of their own, and the leaves in the entries themselves.</summary>
/// <remarks>The rows are sealed as every row is, so who has the store alone can make none.</remarks>
internal sealed class TreeRows(IRecordReader reader) : ITreeNodes
{
    private const int Step = 8; // levels between those that are kept: one row for each 256 entries

    private const string OfNode = "node";

    /// <summary>The tree; <see langword="null"/> if there is no row.</summary>
    /// <exception cref="Sealing.SealBrokenException">The row was changed in the store.</exception>
    public async Task<RecordTree?> FindAsync(CancellationToken cancel) =>
        await reader.FindAsync(RecordTree.Register, RecordTree.Key, cancel) is { } row
            ? JsonSerializer.Deserialize<RecordTree>(row.Body, EventKinds.Json) : null;

    /// <summary>Whether the root of a complete subtree is kept.</summary>
    public static bool IsKept(int level) => level >= Step && level % Step == 0;

    /// <summary>Writes the tree.</summary>
    public static Task PutAsync(IRecordTransaction write, RecordTree tree, CancellationToken cancel) =>
        write.PutAsync(RecordTree.Register,
            new(RecordTree.Key, JsonSerializer.Serialize(tree, EventKinds.Json), tree.Size, Sort: "", Terms: []),
            cancel);

    /// <summary>Writes the root of a complete subtree.</summary>
    public static Task PutAsync(IRecordTransaction write, int level, long index, byte[] node,
        CancellationToken cancel) =>
        write.PutAsync(RecordTree.Register,
            new(Name(level, index), $"\"{Convert.ToBase64String(node)}\"", Version: 1, Sort: OfNode, Terms: []), cancel);

    /// <inheritdoc/>
    public async Task<byte[]> NodeAsync(int level, long index, CancellationToken cancel)
    {
        var kept = level - (level % Step);
        var (first, count) = (index << (level - kept), 1L << (level - kept));
        var nodes = new List<byte[]>();
        if (kept > 0)
        {
            for (var at = first; at < first + count; at++)
            {
                nodes.Add(await KeptAsync(kept, at, cancel));
            }
        }
        else
        {
            nodes.AddRange(await reader.EntriesAsync(first + 1, cancel).Take((int)count)
                .Select(entry => TreeHash.LeafOf(entry.Hash)).ToListAsync(cancel));
        }

        while (nodes.Count > 1)
        {
            nodes = [.. nodes.Chunk(2).Select(two => TreeHash.Node(two[0], two[1]))];
        }

        return nodes[0];
    }

    private async Task<byte[]> KeptAsync(int level, long index, CancellationToken cancel)
    {
        var row = await reader.FindAsync(RecordTree.Register, Name(level, index), cancel)
            ?? throw new InvalidDataException($"The part {Name(level, index)} of the tree is missing.");
        return Convert.FromBase64String(row.Body.Trim('"'));
    }

    private static string Name(int level, long index) =>
        string.Create(CultureInfo.InvariantCulture, $"{level}/{index}");
}
