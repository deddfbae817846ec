using System.Runtime.CompilerServices;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Records.Sqlite;

/// <summary>Reads an organisation, each call on a connection of its own.</summary>
internal sealed class SqliteRecordReader(SqliteReadPool pool, OrganisationId organisation) : IRecordReader
{
    public OrganisationId Organisation => organisation;

    public Task<ChainHead> HeadAsync(CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.Head(session, organisation), cancel);

    public IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel) =>
        StreamAsync(session => SqliteQueries.Entries(session, organisation, from), cancel);

    public IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel) =>
        StreamAsync(session => SqliteQueries.EntriesAbout(session, organisation, subject), cancel);

    public Task<Row?> FindAsync(string register, string key, CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.Find(session, organisation, register, key), cancel);

    public Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.List(session, organisation, query), cancel);

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.Count(session, organisation, register, term), cancel);

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.Index(session, organisation, register), cancel);

    public Task<IReadOnlyList<string>> RegistersAsync(CancellationToken cancel) =>
        ReadAsync(session => SqliteQueries.Registers(session, organisation), cancel);

    // The engine works on the thread that calls it.
    private Task<TRead> ReadAsync<TRead>(Func<SqliteSession, TRead> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(pool.Read(read));
    }

    private async IAsyncEnumerable<Entry> StreamAsync(Func<SqliteSession, IEnumerable<Entry>> read,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask; // the engine works on the thread that calls it
        var session = pool.Take();
        var isSound = false;
        try
        {
            foreach (var entry in read(session))
            {
                cancel.ThrowIfCancellationRequested();
                yield return entry;
            }

            isSound = true;
        }
        finally
        {
            if (isSound)
            {
                pool.GiveBack(session);
            }
            else
            {
                session.Dispose(); // left in the middle
            }
        }
    }
}
