using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>Writes to an organisation in one SQLite transaction.</summary>
internal sealed class SqliteRecordTransaction(SqliteConnection connection, SqliteTransaction transaction, OrganisationId organisation, Action release) : IRecordTransaction
{
    private readonly string _organisation = organisation.ToString();
    private bool _isReleased;

    public OrganisationId Organisation => organisation;

    public Task<ChainHead> HeadAsync(CancellationToken cancel) => SqliteQueries.HeadAsync(connection, organisation, transaction);

    public IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel) => SqliteQueries.EntriesAsync(connection, organisation, from, transaction);

    public IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel) => SqliteQueries.EntriesAboutAsync(connection, organisation, subject, transaction);

    public Task<Row?> FindAsync(string register, string key, CancellationToken cancel) => SqliteQueries.FindAsync(connection, organisation, register, key, transaction);

    public Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel) => SqliteQueries.ListAsync(connection, organisation, query, transaction);

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel) => SqliteQueries.IndexAsync(connection, organisation, register, transaction);

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) => SqliteQueries.CountAsync(connection, organisation, register, term, transaction);

    public Task AddEntryAsync(Entry entry, CancellationToken cancel) => connection.ExecuteAsync(
        """
        INSERT INTO entry (organisation, sequence, kind, subject, by, at, recorded_at, policy_hash, clause, body, sealed, key_name, previous, hash)
        VALUES (@organisation, @Sequence, @Kind, @Subject, @by, @at, @recordedAt, @PolicyHash, @Clause, @Body, @Sealed, @KeyName, @Previous, @Hash)
        """,
        new
        {
            organisation = _organisation, entry.Sequence, entry.Kind, entry.Subject, by = entry.By?.ToString(), at = ChainHash.Moment(entry.At), recordedAt = ChainHash.Moment(entry.RecordedAt),
            entry.PolicyHash, entry.Clause, entry.Body, entry.Sealed, entry.KeyName, entry.Previous, entry.Hash,
        },
        transaction);

    public async Task PutAsync(string register, Row row, CancellationToken cancel)
    {
        await connection.ExecuteAsync("DELETE FROM term WHERE organisation = @organisation AND register = @register AND key = @Key", new { organisation = _organisation, register, row.Key }, transaction);
        await connection.ExecuteAsync(
            "INSERT OR REPLACE INTO row (organisation, register, key, body, version, sort) VALUES (@organisation, @register, @Key, @Body, @Version, @Sort)",
            new { organisation = _organisation, register, row.Key, row.Body, row.Version, row.Sort },
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO term (organisation, register, term, sort, key) VALUES (@organisation, @register, @term, @Sort, @Key)",
            row.Terms.Distinct(StringComparer.Ordinal).Select(term => new { organisation = _organisation, register, term, row.Sort, row.Key }),
            transaction);
    }

    public async Task RemoveAsync(string register, string key, CancellationToken cancel)
    {
        await connection.ExecuteAsync("DELETE FROM term WHERE organisation = @organisation AND register = @register AND key = @key", new { organisation = _organisation, register, key }, transaction);
        await connection.ExecuteAsync("DELETE FROM row WHERE organisation = @organisation AND register = @register AND key = @key", new { organisation = _organisation, register, key }, transaction);
    }

    public async Task ClearAsync(string register, CancellationToken cancel)
    {
        await connection.ExecuteAsync("DELETE FROM term WHERE organisation = @organisation AND register = @register", new { organisation = _organisation, register }, transaction);
        await connection.ExecuteAsync("DELETE FROM row WHERE organisation = @organisation AND register = @register", new { organisation = _organisation, register }, transaction);
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        await transaction.CommitAsync(cancel);
        Release();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
        Release();
    }

    private void Release()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            release();
        }
    }
}
