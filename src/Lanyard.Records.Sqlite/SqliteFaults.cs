using Lanyard.Records.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lanyard.Records.Sqlite;

/// <summary>Tells failures of the machine from mistakes of ours.</summary>
internal static class SqliteFaults
{
    /// <summary>What to throw for a failure of the engine while writing: why nothing was written, or, if it is a
    /// mistake of ours, what it said.</summary>
    public static Exception Of(SqliteException problem) =>
        CauseOf(problem.SqliteErrorCode) is { } cause ? new NotWrittenException(cause, problem) : problem;

    /// <summary>Whether somebody else holds the file.</summary>
    public static bool IsBusy(SqliteException problem) => CauseOf(problem.SqliteErrorCode) == NotWrittenCause.Busy;

    /// <summary>Whether the place where the file lies does not let it be opened as usual.</summary>
    public static bool IsOfPlace(SqliteException problem) =>
        problem.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_PERM;

    private static NotWrittenCause? CauseOf(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => NotWrittenCause.Busy,
        raw.SQLITE_FULL => NotWrittenCause.Full,
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_INTERRUPT => NotWrittenCause.DiskFault,
        raw.SQLITE_NOMEM => NotWrittenCause.NoMemory,
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => NotWrittenCause.ReadOnly,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT => NotWrittenCause.Damaged,
        _ => null,
    };
}
