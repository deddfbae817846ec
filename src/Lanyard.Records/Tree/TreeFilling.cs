using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Tree;

/// <summary>Fills the tree of an organisation from entries that were written before there was one. They stay as they
/// are.</summary>
internal static class TreeFilling
{
    private const int AtOnce = 200; // rows in one transaction, so that nobody else waits long to write

    /// <summary>Fills the tree, unless it is there.</summary>
    public static async Task RunAsync(IRecordStore store, OrganisationId organisation,
        CancellationToken cancel)
    {
        if (await new TreeRows(store.Read(organisation)).FindAsync(cancel) is not null)
        {
            return;
        }

        var (edge, head) = (TreeEdge.OfNothing, "");
        var completed = new Queue<(int Level, long Index, byte[] Node)>();
        await foreach (var entry in store.Read(organisation).EntriesAsync(1, cancel))
        {
            (edge, head) = (With(edge, entry, completed), entry.Hash);
        }

        while (completed.Count > 0)
        {
            await using var some = await store.WriteAsync(organisation, cancel);
            for (var left = AtOnce; left > 0 && completed.TryDequeue(out var node); left--)
            {
                await TreeRows.PutAsync(some, node.Level, node.Index, node.Node, cancel);
            }

            await some.CommitAsync(cancel);
        }

        await using var write = await store.WriteAsync(organisation, cancel);
        await foreach (var entry in write.EntriesAsync(edge.Size + 1, cancel))
        {
            (edge, head) = (With(edge, entry, completed), entry.Hash); // written meanwhile
        }

        foreach (var (level, index, node) in completed)
        {
            await TreeRows.PutAsync(write, level, index, node, cancel);
        }

        if (edge.Size > 0)
        {
            await TreeRows.PutAsync(write, RecordTree.Of(edge, head, before: edge.Size), cancel);
        }

        await write.CommitAsync(cancel);
    }

    private static TreeEdge With(TreeEdge edge, Entry entry, Queue<(int Level, long Index, byte[] Node)> completed) =>
        edge.With(TreeHash.LeafOf(entry.Hash), (level, index, node) =>
        {
            if (TreeRows.IsKept(level))
            {
                completed.Enqueue((level, index, node));
            }
        });
}
