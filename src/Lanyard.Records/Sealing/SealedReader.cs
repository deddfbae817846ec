using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>Reads an organisation whose rows lie sealed. Entries are as they are: what is personal in them is sealed by
/// itself.</summary>
internal class SealedReader(IRecordReader inner, RowSeal seal) : IRecordReader
{
    private readonly SealedRows _rows = new(inner, seal);

    public OrganisationId Organisation => inner.Organisation;

    public Task<ChainHead> HeadAsync(CancellationToken cancel) => inner.HeadAsync(cancel);

    public IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel) =>
        inner.EntriesAsync(from, cancel);

    public IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel) =>
        inner.EntriesAboutAsync(subject, cancel);

    public Task<Row?> FindAsync(string register, string key, CancellationToken cancel) =>
        _rows.FindAsync(register, key, cancel);

    public Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel) =>
        _rows.ListAsync(query, cancel);

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) =>
        _rows.CountAsync(register, term, cancel);

    /// <summary>The index as it lies there: the terms as keyed hashes, an order of names by its first
    /// letters.</summary>
    public Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel) =>
        inner.IndexAsync(register, cancel);

    public Task<IReadOnlyList<string>> RegistersAsync(CancellationToken cancel) => inner.RegistersAsync(cancel);
}
