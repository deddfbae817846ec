using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lanyard.Records.Sqlite;

/// <summary>A prepared statement: bind its values, step through its rows, and dispose it to give it back.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _engine;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The engine does not take it.</exception>
    public SqliteStatement(sqlite3 engine, string sql)
    {
        _engine = engine;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(engine, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), engine);
    }

    /// <summary>Whether somebody has taken it and not given it back.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Takes it, with a value for each of its parameters in order.</summary>
    public SqliteStatement Take(ReadOnlySpan<object?> values)
    {
        IsTaken = true;
        for (var at = 0; at < values.Length; at++)
        {
            SqliteException.ThrowExceptionForRC(Bind(at + 1, values[at]), _engine);
        }

        return this;
    }

    /// <summary>Goes to the next row; false if there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _engine);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>A column that holds text.</summary>
    /// <exception cref="InvalidCastException">It holds something else: somebody wrote over it.</exception>
    public string Text(int column) => FindText(column) ?? throw Wrong(column);

    /// <summary>A column that holds text or nothing.</summary>
    /// <exception cref="InvalidCastException">It holds something else: somebody wrote over it.</exception>
    public string? FindText(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_TEXT => raw.sqlite3_column_text(_statement, column).utf8_to_string(),
        raw.SQLITE_NULL => null,
        _ => throw Wrong(column),
    };

    /// <summary>A column that holds a number.</summary>
    /// <exception cref="InvalidCastException">It holds something else: somebody wrote over it.</exception>
    public long Number(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(_statement, column)
        : throw Wrong(column);

    /// <summary>A column that holds bytes or nothing.</summary>
    /// <exception cref="InvalidCastException">It holds something else: somebody wrote over it.</exception>
    public byte[]? FindBytes(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(_statement, column).ToArray(),
        raw.SQLITE_NULL => null,
        _ => throw Wrong(column),
    };

    /// <summary>Gives it back, for the next to take.</summary>
    public void Dispose()
    {
        raw.sqlite3_reset(_statement); // answers the failure of the last step again, which has been told already
        IsTaken = false;
    }

    /// <summary>Ends it for good.</summary>
    public void Close() => _statement.Dispose();

    private InvalidCastException Wrong(int column) =>
        new($"The column {raw.sqlite3_column_name(_statement, column).utf8_to_string()} does not hold what was "
        + "written there.");

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be bound.", nameof(value)),
    };
}
