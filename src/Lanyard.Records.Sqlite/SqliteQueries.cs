using System.Globalization;
using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>The statements that readers and transactions share.</summary>
internal static class SqliteQueries
{
    private const string EntryColumns = "sequence, kind, subject, by, at, recorded_at AS recordedAt, policy_hash AS policyHash, clause, body, sealed, key_name AS keyName, previous, hash";

    public static async Task<ChainHead> HeadAsync(SqliteConnection connection, OrganisationId organisation, SqliteTransaction? transaction)
    {
        var found = await connection.QueryAsync<(long Sequence, string Hash)>(
            "SELECT sequence, hash FROM entry WHERE organisation = @organisation ORDER BY sequence DESC LIMIT 1", new { organisation = organisation.ToString() }, transaction);
        return found.Select(head => new ChainHead(head.Sequence, head.Hash)).FirstOrDefault() ?? new(0, "");
    }

    public static IAsyncEnumerable<Entry> EntriesAsync(SqliteConnection connection, OrganisationId organisation, long from, SqliteTransaction? transaction) =>
        Read(connection, organisation, $"SELECT {EntryColumns} FROM entry WHERE organisation = @organisation AND sequence >= @from ORDER BY sequence", new { organisation = organisation.ToString(), from }, transaction);

    public static IAsyncEnumerable<Entry> EntriesAboutAsync(SqliteConnection connection, OrganisationId organisation, string subject, SqliteTransaction? transaction = null) =>
        Read(connection, organisation, $"SELECT {EntryColumns} FROM entry WHERE organisation = @organisation AND subject = @subject ORDER BY sequence", new { organisation = organisation.ToString(), subject }, transaction);

    public static async Task<Row?> FindAsync(SqliteConnection connection, OrganisationId organisation, string register, string key, SqliteTransaction? transaction)
    {
        var found = await connection.QueryAsync<(string Key, string Body, long Version, string Sort)>(
            "SELECT key, body, version, sort FROM row WHERE organisation = @organisation AND register = @register AND key = @key",
            new { organisation = organisation.ToString(), register, key },
            transaction);
        foreach (var row in found)
        {
            var terms = await connection.QueryAsync<string>(
                "SELECT term FROM term WHERE organisation = @organisation AND register = @register AND key = @key ORDER BY term", new { organisation = organisation.ToString(), register, key }, transaction);
            return new(row.Key, row.Body, row.Version, row.Sort, [.. terms]);
        }

        return null;
    }

    public static async Task<IReadOnlyList<Row>> ListAsync(SqliteConnection connection, OrganisationId organisation, RowQuery query, SqliteTransaction? transaction)
    {
        var (beyond, order) = query.IsBackwards ? ("<", "DESC") : (">", "ASC");
        var after = query.After is null ? "" : $"AND (x.sort, x.key) {beyond} (@sort, @key)";
        var from = query.Term is null
            ? "FROM row x WHERE x.organisation = @organisation AND x.register = @register"
            : "FROM term x JOIN row r ON r.organisation = x.organisation AND r.register = x.register AND r.key = x.key WHERE x.organisation = @organisation AND x.register = @register AND x.term = @term";
        var row = query.Term is null ? "x" : "r";
        var found = await connection.QueryAsync<(string Key, string Body, long Version, string Sort)>(
            $"SELECT {row}.key, {row}.body, {row}.version, {row}.sort {from} {after} ORDER BY x.sort {order}, x.key {order} LIMIT @take",
            new { organisation = organisation.ToString(), register = query.Register, term = query.Term, sort = query.After?.Sort, key = query.After?.Key, take = query.Take },
            transaction);
        return [.. found.Select(each => new Row(each.Key, each.Body, each.Version, each.Sort, []))];
    }

    public static Task<long> CountAsync(SqliteConnection connection, OrganisationId organisation, string register, string? term, SqliteTransaction? transaction) =>
        connection.ExecuteScalarAsync<long>(
            term is null
                ? "SELECT COUNT(*) FROM row WHERE organisation = @organisation AND register = @register"
                : "SELECT COUNT(*) FROM term WHERE organisation = @organisation AND register = @register AND term = @term",
            new { organisation = organisation.ToString(), register, term },
            transaction);

    public static async Task<IReadOnlyList<IndexEntry>> IndexAsync(SqliteConnection connection, OrganisationId organisation, string register, SqliteTransaction? transaction) =>
        [.. await connection.QueryAsync<IndexEntry>("SELECT key, term, sort FROM term WHERE organisation = @organisation AND register = @register", new { organisation = organisation.ToString(), register }, transaction)];

    private static async IAsyncEnumerable<Entry> Read(SqliteConnection connection, OrganisationId organisation, string sql, object parameters, SqliteTransaction? transaction)
    {
        // Unbuffered, for a chain may be longer than the memory.
        await foreach (var row in connection.QueryUnbufferedAsync<EntryRow>(sql, parameters, transaction))
        {
            yield return new(
                organisation, row.Sequence, row.Kind, row.Subject, Author(row.By),
                Moment(row.At), Moment(row.RecordedAt), row.PolicyHash, row.Clause, row.Body, row.Sealed, row.KeyName, row.Previous, row.Hash);
        }
    }

    // What somebody wrote over and cannot be read any more is read as nobody, long ago: the hash does not fit, and the check of the chain names the entry.
    private static PersonId? Author(string? text) => text is null ? null : new PersonId(Guid.TryParseExact(text, "N", out var id) ? id : Guid.Empty);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : DateTimeOffset.MinValue;

    // A class with properties, for Dapper fills it column by column.
    private sealed class EntryRow
    {
        public long Sequence { get; init; }

        public string Kind { get; init; } = "";

        public string Subject { get; init; } = "";

        public string? By { get; init; }

        public string At { get; init; } = "";

        public string RecordedAt { get; init; } = "";

        public string? PolicyHash { get; init; }

        public string? Clause { get; init; }

        public string Body { get; init; } = "";

        public byte[]? Sealed { get; init; }

        public string? KeyName { get; init; }

        public string Previous { get; init; } = "";

        public string Hash { get; init; } = "";
    }
}
