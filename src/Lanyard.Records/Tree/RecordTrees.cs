using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Tree;

/// <summary>The trees of all organisations, the last of each kept at hand. Safe to share between threads.</summary>
internal sealed class RecordTrees(MasterKey master, bool areThere)
{
    private readonly ConcurrentDictionary<OrganisationId, EntrySeal> _seals = new();
    private readonly ConcurrentDictionary<OrganisationId, RecordTree> _last = new();

    /// <summary>Whether every organisation with entries has a tree: not in a store of an earlier version.</summary>
    public bool AreThere => areThere;

    /// <summary>Seals the entries of an organisation.</summary>
    public EntrySeal SealOf(OrganisationId organisation) =>
        _seals.GetOrAdd(organisation, static (organisation, master) => new(master, organisation), master);

    /// <summary>Goes on from the end of a chain.</summary>
    /// <exception cref="NotWrittenException">Entries were removed or put in by somebody else.</exception>
    public Task<TreeWriter> OpenAsync(IRecordReader reader, ChainHead head, CancellationToken cancel) =>
        TreeWriter.OpenAsync(SealOf(reader.Organisation), reader, head,
            _last.GetValueOrDefault(reader.Organisation), cancel);

    /// <summary>Writes a tree, if entries were added, and makes the transaction last.</summary>
    public async Task CommitAsync(IRecordTransaction write, TreeWriter? tree, CancellationToken cancel)
    {
        if (tree is not null)
        {
            await tree.KeepAsync(write, cancel);
        }

        await write.CommitAsync(cancel);
        if (tree is not null)
        {
            _last[write.Organisation] = tree.Tree;
        }
    }
}
