using System.Diagnostics;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>The one writer of a file: who wants to write waits for their turn, in order, but never for ever.</summary>
/// <remarks>Its connection and prepared statements are kept from one transaction to the next; after a failure they are
/// made anew.</remarks>
internal sealed class SqliteWriter(string connectionString, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteSession? _session;

    /// <summary>Begins a transaction, after anybody else who is writing.</summary>
    /// <exception cref="NotWrittenException">Its turn did not come in time, or the file cannot be written.</exception>
    public async Task<IRecordTransaction> BeginAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        if (!await _turn.WaitAsync(patience, cancel))
        {
            throw new NotWrittenException(NotWrittenCause.Busy);
        }

        try
        {
            _session ??= SqliteSession.Open(connectionString, Glance);
            await BeginAsync(_session, since, cancel);
            return new SqliteRecordTransaction(_session, organisation, GiveBack);
        }
        catch (SqliteException problem)
        {
            GiveBack(isSound: false);
            throw SqliteFaults.Of(problem);
        }
        catch
        {
            GiveBack(isSound: false);
            throw;
        }
    }

    /// <summary>Does something outside of any transaction, while nobody writes.</summary>
    /// <exception cref="NotWrittenException">Its turn did not come in time, or the engine failed.</exception>
    public async Task AloneAsync(Action<SqliteSession> act, CancellationToken cancel)
    {
        if (!await _turn.WaitAsync(patience, cancel))
        {
            throw new NotWrittenException(NotWrittenCause.Busy);
        }

        var isSound = false;
        try
        {
            act(_session ??= SqliteSession.Open(connectionString, Glance));
            isSound = true;
        }
        catch (SqliteException problem)
        {
            throw SqliteFaults.Of(problem);
        }
        finally
        {
            GiveBack(isSound);
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
        _turn.Dispose();
    }

    // Takes the write lock now, against other processes too. The engine would block this thread while it waits; a timer
    // does not.
    private async Task BeginAsync(SqliteSession session, long since, CancellationToken cancel)
    {
        using var glances = new PeriodicTimer(Glance);
        while (!TryBegin(session, isLast: Stopwatch.GetElapsedTime(since) > patience))
        {
            await glances.WaitForNextTickAsync(cancel);
        }
    }

    private static bool TryBegin(SqliteSession session, bool isLast)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            return true;
        }
        catch (SqliteException problem) when (!isLast && SqliteFaults.IsBusy(problem))
        {
            return false;
        }
    }

    private void GiveBack(bool isSound)
    {
        try
        {
            if (!isSound)
            {
                _session?.Dispose();
            }
        }
        finally
        {
            _session = isSound ? _session : null;
            _turn.Release();
        }
    }
}
