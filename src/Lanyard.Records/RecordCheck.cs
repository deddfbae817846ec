using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Records.Tree;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Checks what is kept of an organisation. Nothing is written, and nobody waits.</summary>
internal sealed class RecordCheck(IRecordStore store, MasterKey master, RecordTrees trees)
{
    private const int LastEntries = 100; // as many as a quick check looks at

    private static readonly HashSet<string> Folded =
        [.. Registers.All.Select(register => register.Name), SealingKeys.Register];

    /// <summary>The chain, the code of each entry, and the tree over them; and whether it is what checkpoints say that
    /// were kept elsewhere.</summary>
    public async Task<ChainReport> RunAsync(OrganisationId organisation, IReadOnlyCollection<Checkpoint> elsewhere,
        CancellationToken cancel)
    {
        var own = elsewhere.Where(each => each.Origin == RecordCheckpoints.OriginOf(organisation)).ToList();
        await using var reader = await store.SnapshotAsync(organisation, cancel);
        var (tree, problem) = await TreeAsync(reader, cancel);
        var check = new TreeCheck(trees.AreThere ? trees.SealOf(organisation) : null, tree,
            own.Select(each => each.Size).ToHashSet());
        var report = await ChainCheck.RunAsync(organisation, reader.EntriesAsync(1, cancel), cancel, more: check.See);
        return report with
        {
            TreeProblem = problem.Length > 0 ? problem
                : report.IsWhole && trees.AreThere ? check.Conclude() : "",
            AgainstElsewhere = [.. own.Select(each => Compare(each, check, report.Entries))
                .Where(each => each.Length > 0).Distinct(StringComparer.Ordinal)],
        };
    }

    private static string Compare(Checkpoint checkpoint, TreeCheck check, long entries) =>
        checkpoint.Size > entries ? $"a checkpoint that was kept elsewhere counts {checkpoint.Size} entries, and "
            + $"{entries} hold: entries were cut off, or an earlier copy was put in place"
        : !check.RootOf(checkpoint.Size).AsSpan().SequenceEqual(checkpoint.Root) ? "a checkpoint that was kept "
            + $"elsewhere has another root over the first {checkpoint.Size} entries: the record was made anew"
        : "";

    /// <summary>The last entries, and that they are the last that were written.</summary>
    public async Task<ChainReport> OfTheEndAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await using var reader = await store.SnapshotAsync(organisation, cancel);
        var head = await reader.HeadAsync(cancel);
        var after = Math.Max(head.Sequence - LastEntries, 0);
        var (tree, problem) = await TreeAsync(reader, cancel);
        var seal = trees.SealOf(organisation);
        var report = await ChainCheck.RunAsync(organisation, reader.EntriesAsync(Math.Max(after, 1), cancel), cancel,
            after, entry => !trees.AreThere || entry.Sequence <= (tree?.Before ?? 0) || seal.Fits(entry) ? ""
                : TreeCheck.WithoutKey);
        return report with
        {
            TreeProblem = problem.Length > 0 || !trees.AreThere ? problem
                : TreeCheck.Compare(head.Sequence, head.Hash, tree),
        };
    }

    /// <summary>Compares the registers with what the chain says, and opens every row beside them.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await using var reader = await store.SnapshotAsync(organisation, cancel);
        var differing = await new RegisterComparison((store as SealedStore)?.Of(organisation))
            .RunAsync(reader, Replay.OpenAsync(reader.EntriesAsync(1, cancel), new(master, reader), cancel), cancel);
        return [.. differing, .. await UnopenedAsync(reader, cancel)];
    }

    // What is kept beside the chain is in no entry, but sealed: accounts, sessions, notices, links.
    private static async Task<IReadOnlyList<string>> UnopenedAsync(IRecordReader reader, CancellationToken cancel)
    {
        var unopened = new List<string>();
        foreach (var register in (await reader.RegistersAsync(cancel)).Where(name => !Folded.Contains(name)))
        {
            try
            {
                await reader.ListAsync(new(register), cancel);
            }
            catch (SealBrokenException problem)
            {
                unopened.Add($"{problem.Row} (changed in the file, or put there by somebody else)");
            }
            catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
            {
                unopened.Add($"a row of {register} that cannot be read ({problem.Message})");
            }
        }

        return unopened;
    }

    private async Task<(RecordTree? Tree, string Problem)> TreeAsync(IRecordReader reader, CancellationToken cancel)
    {
        try
        {
            return (trees.AreThere ? await new TreeRows(reader).FindAsync(cancel) : null, "");
        }
        catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
        {
            return (null, "the tree of the record was changed in the file");
        }
    }
}
