using System.Collections.Concurrent;

namespace Lanyard.Records.Sqlite;

/// <summary>Connections for reading, kept for the next who reads. Safe to share between threads.</summary>
internal sealed class SqliteReadPool(string connectionString, TimeSpan patience) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<SqliteSession> _kept = [];
    private bool _isClosed;

    /// <summary>Reads on a connection of its own.</summary>
    public TRead Read<TRead>(Func<SqliteSession, TRead> read)
    {
        var session = Take();
        try
        {
            var found = read(session);
            GiveBack(session);
            return found;
        }
        catch
        {
            session.Dispose(); // nobody knows in which state it is
            throw;
        }
    }

    /// <summary>Takes a connection, to be given back or disposed.</summary>
    public SqliteSession Take() =>
        _kept.TryTake(out var session) ? session : SqliteSession.Open(connectionString, patience);

    /// <summary>Keeps a connection that is sound for the next who reads.</summary>
    public void GiveBack(SqliteSession session)
    {
        if (_isClosed || _kept.Count >= MostKept)
        {
            session.Dispose();
        }
        else
        {
            _kept.Add(session);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_kept.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
