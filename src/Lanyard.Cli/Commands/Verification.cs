using Lanyard.Accounts;
using Lanyard.Cli.Output;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Cli.Commands;

/// <summary>What checking everything in a data folder found.</summary>
/// <param name="Reports">The chain of each organisation, and the rows of its registers that differ from it.</param>
/// <param name="Faults">What is wrong beyond that, each in a sentence.</param>
internal sealed record Verification(IReadOnlyList<(ChainReport Chain, IReadOnlyList<string> Registers)> Reports, IReadOnlyList<string> Faults)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Faults.Count == 0 && Reports.All(report => report.Chain.IsWhole && report.Registers.Count == 0);

    /// <summary>Whether the times of the entries are in order too. A wrong clock of the past can break that, so it does
    /// not stop a backup from being restored.</summary>
    public bool IsInOrder => Reports.All(report => report.Chain.TimesGoBackAt.Count == 0);

    /// <summary>Whether this version knows everything that the records hold.</summary>
    public bool IsKnown => Reports.All(report => report.Chain.Unknown.Count == 0);

    public static async Task<Verification> OfAsync(DataFolder folder, Compared with, CancellationToken cancel)
    {
        var reports = new List<(ChainReport Chain, IReadOnlyList<string> Registers)>();
        var faults = new List<string>();
        try
        {
            var book = await folder.OpenToReadAsync(TimeProvider.System, cancel);
            await using (book.Store)
            {
                faults.AddRange((await book.Store.DamageAsync(isThorough: true, cancel)).Select(Damaged));
                await CheckAsync(book, with, reports, cancel);
                faults.AddRange(await MissingAsync(book, with.Heads, cancel));
                var organisations = reports.Select(report => report.Chain.Organisation).ToList();
                faults.AddRange(with.Strange(book, organisations));
                faults.AddRange(await with.AskAsync(book, organisations, cancel));
                faults.AddRange((await book.CompareAsync(Installation.Partition, cancel))
                    .Select(row => $"What is kept of accounts and sessions was changed: {row}."));
                faults.AddRange(await LostAsync(book, reports, cancel));
            }
        }
        catch (Exception problem) when (
            problem is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new Misuse(problem.Message);
        }
        catch (Microsoft.Data.Sqlite.SqliteException problem)
        {
            faults.Add(Damaged(problem.Message));
        }
        catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
        {
            faults.Add($"The records cannot be read: {problem.Message}");
        }

        return new(reports, faults);
    }

    private static string Damaged(string how) => $"The file of the records is damaged: {how}";

    private static async Task CheckAsync(RecordBook book, Compared with,
        List<(ChainReport Chain, IReadOnlyList<string> Registers)> reports, CancellationToken cancel)
    {
        List<Checkpoint> elsewhere = [.. with.Checkpoints.Select(each => each.Checkpoint)];
        foreach (var organisation in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
        {
            var chain = await book.VerifyAsync(organisation, cancel, elsewhere);
            reports.Add((chain, chain.IsWhole ? await book.CompareAsync(organisation, cancel) : []));
        }
    }

    // Of every organisation that has an account or a row, there was a record once.
    private static async Task<IReadOnlyList<string>> LostAsync(RecordBook book,
        List<(ChainReport Chain, IReadOnlyList<string> Registers)> reports, CancellationToken cancel)
    {
        var there = reports.Where(report => report.Chain.Entries > 0 || report.Chain.BrokenAt is not null)
            .Select(report => report.Chain.Organisation).ToHashSet();
        if (there.Count == 0 && await AccountBook.CountAsync(book, cancel) is > 0 and var accounts)
        {
            return [$"There are {accounts} accounts, but no organisation has any entry: the record was removed."];
        }

        var rows = reports.Select(report => report.Chain.Organisation);
        return [.. (await AccountBook.OrganisationsAsync(book, cancel)).Union(rows).Where(id => !there.Contains(id))
            .Select(id => $"{id}: the record was removed. Accounts or rows of it are left.")];
    }

    private static async Task<IEnumerable<string>> MissingAsync(RecordBook book, IReadOnlyCollection<string> heads, CancellationToken cancel)
    {
        var missing = heads.Select(head => head.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            foreach (var organisation in await book.Store.OrganisationsAsync(cancel))
            {
                await foreach (var entry in book.Store.Read(organisation).EntriesAsync(1, cancel))
                {
                    missing.Remove(entry.Hash);
                }
            }
        }

        return missing.Order(StringComparer.Ordinal).Select(head => $"No chain holds the entry {head}: entries were cut off, or these are other records.");
    }
}
