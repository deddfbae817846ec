using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sqlite;

/// <summary>Reads an organisation in one reading transaction.</summary>
internal sealed class SqliteRecordSnapshot(SqliteSession session, OrganisationId organisation) : IRecordSnapshot
{
    public OrganisationId Organisation => organisation;

    public Task<ChainHead> HeadAsync(CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.Head(session, organisation));

    public IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel) =>
        SqliteQueries.Entries(session, organisation, from).ToAsyncEnumerable();

    public IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel) =>
        SqliteQueries.EntriesAbout(session, organisation, subject).ToAsyncEnumerable();

    public Task<Row?> FindAsync(string register, string key, CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.Find(session, organisation, register, key));

    public Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.List(session, organisation, query));

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.Count(session, organisation, register, term));

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.Index(session, organisation, register));

    public Task<IReadOnlyList<string>> RegistersAsync(CancellationToken cancel) =>
        Task.FromResult(SqliteQueries.Registers(session, organisation));

    public ValueTask DisposeAsync()
    {
        session.Dispose(); // which ends its transaction
        return ValueTask.CompletedTask;
    }
}
