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
    private const int MostDamageTold = 5;

    private static readonly TimeSpan ReadersPatience = TimeSpan.FromSeconds(5);

    private readonly SqliteReadPool _readers;
    private readonly SqliteWriter _writer;
    private readonly SqliteScrub _scrub;
    private NotWrittenCause? _refused;

    /// <summary>Sets up the engine that comes in the package: the same on every machine.</summary>
    static SqliteRecordStore() => SQLitePCL.Batteries_V2.Init();

    private SqliteRecordStore(string file, string connectionString, TimeSpan patience)
    {
        (_readers, _writer) = (new(connectionString, ReadersPatience), new(connectionString, patience));
        _scrub = new(file, _writer);
    }

    /// <summary>The version of the engine, such as 3.53.4.</summary>
    public static string EngineVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>How long who wants to write waits for their turn.</summary>
    public static TimeSpan UsualPatience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="patience">How long who wants to write waits for their turn; <see langword="null"/> for
    /// <see cref="UsualPatience"/>.</param>
    /// <exception cref="SqliteException">The file is no database, is damaged, or cannot be written.</exception>
    public static Task<SqliteRecordStore> OpenAsync(string file, CancellationToken cancel, TimeSpan? patience = null)
    {
        cancel.ThrowIfCancellationRequested();
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        using (var session = SqliteSession.Open(connectionString, ReadersPatience))
        {
            session.Execute("PRAGMA journal_mode = WAL");
            SqliteMigrations.Run(session);
        }

        return Task.FromResult(new SqliteRecordStore(file, connectionString, patience ?? UsualPatience));
    }

    /// <summary>Opens a file only to read it, also on a disk that cannot be written to, such as a snapshot or a
    /// disc.</summary>
    /// <exception cref="SqliteException">The file is no database, or is damaged.</exception>
    /// <exception cref="IOException">The disk cannot be written to, and the log beside the file holds what is not in
    /// the file yet.</exception>
    public static Task<SqliteRecordStore> OpenReadOnlyAsync(string file, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var usual = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connectionString = CanRead(usual.ToString()) ? usual.ToString() : Unchanging(file);
        var store = new SqliteRecordStore(file, connectionString, UsualPatience);
        store.RefuseWrites(NotWrittenCause.ReadOnly);
        return Task.FromResult(store);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DamageAsync(bool isThorough, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            var found =
                _readers.Read(session => session.Texts($"PRAGMA "
                + $"{(isThorough ? "integrity_check" : "quick_check")}({MostDamageTold})"));
            var otherwise = _readers.Read(session => SqliteSchema.Problems(session).ToList());
            return Task.FromResult<IReadOnlyList<string>>(
                [.. found.Where(line => line != "ok").Select(line => line.ReplaceLineEndings(" ").Trim()),
                    .. otherwise]);
        }
        catch (SqliteException problem)
        {
            return Task.FromResult<IReadOnlyList<string>>([problem.Message]);
        }
    }

    /// <inheritdoc/>
    public void RefuseWrites(NotWrittenCause why) => _refused = why;

    /// <inheritdoc/>
    public Task<IReadOnlyList<OrganisationId>> OrganisationsAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OrganisationId>>(
        [.. _readers.Read(session =>
            session.Texts("SELECT DISTINCT organisation FROM entry UNION SELECT DISTINCT organisation FROM row "
            + "ORDER BY 1")).Select(id => new OrganisationId(Guid.ParseExact(id, "N")))]);

    /// <inheritdoc/>
    public IRecordReader Read(OrganisationId organisation) => new SqliteRecordReader(_readers, organisation);

    /// <inheritdoc/>
    public Task<IRecordSnapshot> SnapshotAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var session = _readers.Take();
        try
        {
            session.Execute("BEGIN");
            SqliteQueries.Head(session, organisation); // the snapshot is that of the first statement
            return Task.FromResult<IRecordSnapshot>(new SqliteRecordSnapshot(session, organisation));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IRecordTransaction> WriteAsync(OrganisationId organisation, CancellationToken cancel) =>
        _refused is { } why ? Task.FromException<IRecordTransaction>(new NotWrittenException(why)) : _writer.BeginAsync(organisation, cancel);

    /// <inheritdoc/>
    public Task BackUpAsync(string file, CancellationToken cancel)
    {
        if (File.Exists(file))
        {
            throw new IOException($"{file} is there already. Choose another name; a backup never overwrites.");
        }

        // Under another name until it is whole, so that half a backup is never taken for one.
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        try
        {
            _readers.Read(session =>
            {
                session.Execute("VACUUM INTO ?", unfinished);
                return true;
            });
            File.Move(unfinished, file);
        }
        catch (SqliteException problem)
        {
            throw SqliteFaults.Of(problem);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ScrubAsync(IReadOnlyCollection<string> traces, CancellationToken cancel) =>
        _scrub.RunAsync(traces, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _writer.Dispose();
        _scrub.Dispose(); // last: see there
        return ValueTask.CompletedTask;
    }

    // The engine makes a small file beside the records to read them, which it cannot where nothing can be written.
    private static bool CanRead(string connectionString)
    {
        try
        {
            using var session = SqliteSession.Open(connectionString, ReadersPatience);
            session.Texts("SELECT name FROM sqlite_schema LIMIT 1");
            return true;
        }
        catch (SqliteException problem) when (SqliteFaults.IsOfPlace(problem))
        {
            return false;
        }
    }

    // Nobody can change the file, so it is read without any lock and without its log: whole, if the log is empty.
    private static string Unchanging(string file) =>
        File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0
            ? throw new IOException($"{file} lies where nothing can be written, and its log holds what is not in "
                + "the file yet. Copy the folder to a disk that can be written to, and check the copy.")
            : new SqliteConnectionStringBuilder { DataSource = $"{new Uri(Path.GetFullPath(file))}?immutable=1",
                Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
}
