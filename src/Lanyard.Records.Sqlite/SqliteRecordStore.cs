using System.Reflection;
using Dapper;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;

namespace Lanyard.Records.Sqlite;

/// <summary>Records in one SQLite file.</summary>
/// <remarks>
/// A write-ahead log, synchronised in full at each commit: what has been acknowledged survives a crash of the process
/// and a cut of the power. One writer at a time; readers never wait.
/// </remarks>
public sealed class SqliteRecordStore : IRecordStore
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Sets up the engine that comes in the package: the same on every machine.</summary>
    static SqliteRecordStore() => SQLitePCL.Batteries_V2.Init();

    private SqliteRecordStore(string connectionString) => _connectionString = connectionString;

    /// <summary>The version of the engine, such as 3.53.4.</summary>
    public static string EngineVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Opens a file, or makes it.</summary>
    /// <exception cref="SqliteException">The file is no database, is damaged, or cannot be written.</exception>
    public static async Task<SqliteRecordStore> OpenAsync(string file, CancellationToken cancel)
    {
        var store = new SqliteRecordStore(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        await using var connection = await store.ConnectAsync(cancel);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await MigrateAsync(connection, cancel);
        return store;
    }

    /// <summary>What is broken in a file itself, as far as the engine can tell; nothing if it is whole. Nothing is written.</summary>
    public static async Task<IReadOnlyList<string>> DamageAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync(cancel);
            var found = await connection.QueryAsync<string>("PRAGMA integrity_check(5)");
            return [.. found.Where(line => line != "ok").Select(line => line.ReplaceLineEndings(" ").Trim())];
        }
        catch (SqliteException problem)
        {
            return [problem.Message];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OrganisationId>> OrganisationsAsync(CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(cancel);
        var found = await connection.QueryAsync<string>("SELECT DISTINCT organisation FROM entry UNION SELECT DISTINCT organisation FROM row ORDER BY 1");
        return [.. found.Select(id => new OrganisationId(Guid.ParseExact(id, "N")))];
    }

    /// <inheritdoc/>
    public IRecordReader Read(OrganisationId organisation) => new SqliteRecordReader(_connectionString, organisation);

    /// <inheritdoc/>
    public async Task<IRecordTransaction> WriteAsync(OrganisationId organisation, CancellationToken cancel)
    {
        await _writer.WaitAsync(cancel);
        SqliteConnection? connection = null;
        try
        {
            connection = await ConnectAsync(cancel);
            var transaction = connection.BeginTransaction(deferred: false); // takes the write lock now, against other processes too
            return new SqliteRecordTransaction(connection, transaction, organisation, () => _writer.Release());
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            _writer.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task BackUpAsync(string file, CancellationToken cancel)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} is there already. Choose another name; a backup never overwrites.");
        }

        // Under another name until it is whole, so that half a backup is never taken for one.
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        await using (var connection = await ConnectAsync(cancel))
        {
            await connection.ExecuteAsync("VACUUM INTO @unfinished", new { unfinished });
        }

        File.Move(unfinished, file);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writer.Dispose();
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancel);
        await connection.ExecuteAsync("PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
        return connection;
    }

    // Migrations are numbered files; the database remembers the number of the last.
    private static async Task MigrateAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var assembly = Assembly.GetExecutingAssembly();
        await using var transaction = connection.BeginTransaction(deferred: false);
        var done = await connection.ExecuteScalarAsync<int>("PRAGMA user_version", transaction: transaction);
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (done > names.Count)
        {
            throw new InvalidOperationException($"This file was written by a later version of Lanyard (its form is {done}, this version knows {names.Count}). Use that version.");
        }

        for (var at = done; at < names.Count; at++)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(names[at])!); // it is in the list
            await connection.ExecuteAsync(await reader.ReadToEndAsync(cancel), transaction: transaction);
        }

        await connection.ExecuteAsync($"PRAGMA user_version = {names.Count}", transaction: transaction);
        await transaction.CommitAsync(cancel);
    }
}
