using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>A store whose rows lie sealed in another one.</summary>
internal sealed class SealedStore(IRecordStore inner, MasterKey master) : IRecordStore
{
    private const int AtOnce = 200; // rows in one transaction, so that nobody else waits long to write

    private readonly ConcurrentDictionary<OrganisationId, RowSeal> _seals = new();

    public Task<IReadOnlyList<OrganisationId>> OrganisationsAsync(CancellationToken cancel) =>
        inner.OrganisationsAsync(cancel);

    public IRecordReader Read(OrganisationId organisation) =>
        new SealedReader(inner.Read(organisation), Of(organisation));

    public async Task<IRecordSnapshot> SnapshotAsync(OrganisationId organisation, CancellationToken cancel) =>
        new SealedSnapshot(await inner.SnapshotAsync(organisation, cancel), Of(organisation));

    public async Task<IRecordTransaction> WriteAsync(OrganisationId organisation, CancellationToken cancel) =>
        new SealedTransaction(await inner.WriteAsync(organisation, cancel), Of(organisation));

    public Task BackUpAsync(string file, CancellationToken cancel) => inner.BackUpAsync(file, cancel);

    public Task<IReadOnlyList<string>> DamageAsync(bool isThorough, CancellationToken cancel) =>
        inner.DamageAsync(isThorough, cancel);

    public void RefuseWrites(NotWrittenCause why) => inner.RefuseWrites(why);

    public Task ScrubAsync(IReadOnlyCollection<string> traces, CancellationToken cancel) =>
        inner.ScrubAsync(traces, cancel);

    /// <summary>Reads the rows of an organisation as they lie there, sealed.</summary>
    public IRecordReader AsItLies(OrganisationId organisation) => inner.Read(organisation);

    /// <summary>How the rows of an organisation are sealed.</summary>
    public RowSeal Of(OrganisationId organisation) =>
        _seals.GetOrAdd(organisation, static (organisation, master) => new(master, organisation), master);

    /// <summary>Seals the rows that an earlier version left open, some at a time; begun again, it goes on where it
    /// was.</summary>
    public async Task SealOpenRowsAsync(CancellationToken cancel)
    {
        foreach (var organisation in await inner.OrganisationsAsync(cancel))
        {
            foreach (var register in (await inner.Read(organisation).RegistersAsync(cancel)).Where(RowSeal.Covers))
            {
                await SealAsync(organisation, register, cancel);
            }
        }
    }

    // Sealing shortens an order of names, so a row moves towards the beginning, and is not met again.
    private async Task SealAsync(OrganisationId organisation, string register, CancellationToken cancel)
    {
        RowPlace? place = null;
        while (await inner.Read(organisation).ListAsync(new(register, After: place, Take: AtOnce), cancel) is { Count: > 0 } rows)
        {
            place = new(rows[^1].Sort, rows[^1].Key);
            if (rows.All(RowSeal.IsSealed))
            {
                continue;
            }

            await using var write = await inner.WriteAsync(organisation, cancel);
            foreach (var key in rows.Where(row => !RowSeal.IsSealed(row)).Select(row => row.Key))
            {
                var row = await write.FindAsync(register, key, cancel); // with its terms
                await write.PutAsync(register, Of(organisation).Close(register, row!), cancel); // it was there just now
            }

            await write.CommitAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
