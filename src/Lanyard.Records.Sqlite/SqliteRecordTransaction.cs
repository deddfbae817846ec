using System.Runtime.ExceptionServices;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>Writes to an organisation in one SQLite transaction, which has begun.</summary>
/// <remarks>
/// After some failures (no room, no memory, a fault of the disk) the engine rolls back by itself, and what was called
/// next would be
/// committed alone. So the first failure is kept and ends the transaction: every later call fails with it.
/// </remarks>
/// <param name="session">The connection of the writer.</param>
/// <param name="organisation">Whose records are written.</param>
/// <param name="giveBack">Gives the connection back, and tells whether it is sound. Called once.</param>
internal sealed class SqliteRecordTransaction(SqliteSession session, OrganisationId organisation, Action<bool> giveBack)
    : IRecordTransaction
{
    private readonly string _organisation = organisation.ToString();
    private Exception? _fault;
    private bool _isOver;

    public OrganisationId Organisation => organisation;

    public Task<ChainHead> HeadAsync(CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.Head(session, organisation));

    public IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel) =>
        StreamAsync(SqliteQueries.Entries(session, organisation, from));

    public IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel) =>
        StreamAsync(SqliteQueries.EntriesAbout(session, organisation, subject));

    public Task<Row?> FindAsync(string register, string key, CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.Find(session, organisation, register, key));

    public Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.List(session, organisation, query));

    public Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.Index(session, organisation, register));

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.Count(session, organisation, register, term));

    public Task<IReadOnlyList<string>> RegistersAsync(CancellationToken cancel) =>
        DoAsync(() => SqliteQueries.Registers(session, organisation));

    public Task AddEntryAsync(Entry entry, CancellationToken cancel) => DoAsync(() => session.Execute(
        """
        INSERT INTO entry (organisation, sequence, kind, subject, by, at, recorded_at, policy_hash, clause, body, sealed, key_name, previous, hash, mac)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        _organisation, entry.Sequence, entry.Kind, entry.Subject, entry.By?.ToString(), ChainHash.Moment(entry.At),
            ChainHash.Moment(entry.RecordedAt),
        entry.PolicyHash, entry.Clause, entry.Body, entry.Sealed, entry.KeyName, entry.Previous, entry.Hash,
            entry.Mac));

    public Task PutAsync(string register, Row row, CancellationToken cancel) => DoAsync(() =>
    {
        session.Execute("DELETE FROM term WHERE organisation = ? AND register = ? AND key = ?", _organisation, register,
            row.Key);
        session.Execute(
            "INSERT OR REPLACE INTO row (organisation, register, key, body, version, sort) VALUES (?, ?, ?, ?, ?, ?)",
            _organisation, register, row.Key, row.Body, row.Version, row.Sort);
        foreach (var term in row.Terms.Distinct(StringComparer.Ordinal))
        {
            session.Execute("INSERT INTO term (organisation, register, term, sort, key) VALUES (?, ?, ?, ?, ?)",
                _organisation, register, term, row.Sort, row.Key);
        }
    });

    public Task RemoveAsync(string register, string key, CancellationToken cancel) => DoAsync(() =>
    {
        session.Execute("DELETE FROM term WHERE organisation = ? AND register = ? AND key = ?", _organisation, register,
            key);
        session.Execute("DELETE FROM row WHERE organisation = ? AND register = ? AND key = ?", _organisation, register,
            key);
    });

    public Task ClearAsync(string register, CancellationToken cancel) => DoAsync(() =>
    {
        session.Execute("DELETE FROM term WHERE organisation = ? AND register = ?", _organisation, register);
        session.Execute("DELETE FROM row WHERE organisation = ? AND register = ?", _organisation, register);
    });

    public async Task CommitAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await DoAsync(() => session.Execute("COMMIT"));
        End(isSound: true);
    }

    public ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            var isSound = false;
            try
            {
                isSound = _fault is null && IsRolledBack();
            }
            finally
            {
                End(isSound);
            }
        }

        return ValueTask.CompletedTask;
    }

    private bool IsRolledBack()
    {
        try
        {
            session.Execute("ROLLBACK");
            return true;
        }
        catch (SqliteException)
        {
            return false; // nothing lasts all the same: a connection that is closed is rolled back
        }
    }

    private void End(bool isSound)
    {
        _isOver = true;
        giveBack(isSound);
    }

    private Task<bool> DoAsync(Action act) => DoAsync(() =>
    {
        act();
        return true;
    });

    private Task<TRead> DoAsync<TRead>(Func<TRead> act)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        if (_fault is not null)
        {
            ExceptionDispatchInfo.Throw(_fault);
        }

        try
        {
            return Task.FromResult(act());
        }
        catch (SqliteException problem)
        {
            _fault = SqliteFaults.Of(problem);
            throw _fault;
        }
    }

    private async IAsyncEnumerable<Entry> StreamAsync(IEnumerable<Entry> entries)
    {
        using var each = entries.GetEnumerator();
        while (await DoAsync(each.MoveNext))
        {
            yield return each.Current;
        }
    }
}
