using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lanyard.Records.Sqlite;

/// <summary>A connection that is kept, with its prepared statements. Used by one at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // Deleted content is overwritten, and cells are checked as they are read, so that damage is an error and never
    // another's words.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check "
        + "= ON; PRAGMA secure_delete = ON";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, List<SqliteStatement>> _statements = new(StringComparer.Ordinal);

    private bool? _hasEntryCodes;

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether a transaction is open. The engine ends one by itself after some failures.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Engine) == 0;

    /// <summary>Whether entries have a column for their codes: not in a file of an earlier version.</summary>
    public bool HasEntryCodes => _hasEntryCodes ??=
        Texts("SELECT name FROM pragma_table_info('entry') WHERE name = 'mac'").Count > 0;

    private sqlite3 Engine => _connection.Handle!; // it is open from the beginning to the end

    /// <summary>Opens a file.</summary>
    /// <param name="connectionString">Which, and how.</param>
    /// <param name="patience">How long a statement waits for another process.</param>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteSession Open(string connectionString, TimeSpan patience)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_busy_timeout(session.Engine, (int)patience.TotalMilliseconds), session.Engine);
            session.Script(Settings);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one statement to its end.</summary>
    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = Take(sql, values);
        while (statement.Step())
        {
            // Nobody asked for its rows.
        }
    }

    /// <summary>Runs several statements that take no values.</summary>
    public void Script(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Engine, sql), Engine);

    /// <summary>The first column of every row, as text.</summary>
    public IReadOnlyList<string> Texts(string sql)
    {
        using var statement = Take(sql);
        var texts = new List<string>();
        while (statement.Step())
        {
            texts.Add(statement.Text(0));
        }

        return texts;
    }

    /// <summary>Takes a statement to step through its rows; dispose it before it is taken again.</summary>
    public SqliteStatement Take(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var kept))
        {
            _statements[sql] = kept = [];
        }

        var statement = kept.Find(each => !each.IsTaken);
        if (statement is null)
        {
            kept.Add(statement = new(Engine, sql)); // the first, or somebody reads the same within itself
        }

        try
        {
            return statement.Take(values);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>Closes it; what is not committed is rolled back by the engine. Never throws: nothing is left to
    /// lose.</summary>
    public void Dispose()
    {
        foreach (var statement in _statements.Values.SelectMany(kept => kept))
        {
            statement.Close();
        }

        _connection.Dispose();
    }
}
