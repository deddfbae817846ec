using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>Writes to an organisation, and seals its rows.</summary>
internal sealed class SealedTransaction(IRecordTransaction inner, RowSeal seal) : SealedReader(inner, seal),
    IRecordTransaction
{
    private readonly RowSeal _seal = seal;

    public Task AddEntryAsync(Entry entry, CancellationToken cancel) => inner.AddEntryAsync(entry, cancel);

    public Task PutAsync(string register, Row row, CancellationToken cancel) =>
        inner.PutAsync(register, RowSeal.Covers(register) ? _seal.Close(register, row) : row, cancel);

    public Task RemoveAsync(string register, string key, CancellationToken cancel) =>
        inner.RemoveAsync(register, key, cancel);

    public Task ClearAsync(string register, CancellationToken cancel) => inner.ClearAsync(register, cancel);

    public Task CommitAsync(CancellationToken cancel) => inner.CommitAsync(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
