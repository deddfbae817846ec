using System.Runtime.CompilerServices;
using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>Reads an organisation, each call on a connection of its own.</summary>
internal sealed class SqliteRecordReader(string connectionString, OrganisationId organisation) : IRecordReader
{
    public OrganisationId Organisation => organisation;

    public async Task<ChainHead> HeadAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await SqliteQueries.HeadAsync(connection, organisation, transaction: null);
    }

    public async IAsyncEnumerable<Entry> EntriesAsync(long from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await foreach (var entry in SqliteQueries.EntriesAsync(connection, organisation, from, transaction: null).WithCancellation(cancel))
        {
            yield return entry;
        }
    }

    public async IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await foreach (var entry in SqliteQueries.EntriesAboutAsync(connection, organisation, subject).WithCancellation(cancel))
        {
            yield return entry;
        }
    }

    public async Task<Row?> FindAsync(string register, string key, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await SqliteQueries.FindAsync(connection, organisation, register, key, transaction: null);
    }

    public async Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await SqliteQueries.ListAsync(connection, organisation, query, transaction: null);
    }

    public async Task<long> CountAsync(string register, string? term, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await SqliteQueries.CountAsync(connection, organisation, register, term, transaction: null);
    }

    public async Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await SqliteQueries.IndexAsync(connection, organisation, register, transaction: null);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await connection.ExecuteAsync("PRAGMA busy_timeout = 5000");
        return connection;
    }
}
