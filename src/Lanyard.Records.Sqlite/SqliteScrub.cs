using System.Text;

namespace Lanyard.Records.Sqlite;

/// <summary>Takes what was deleted out of the file and its log, byte by byte.</summary>
/// <remarks>
/// The engine overwrites what it deletes, but earlier versions of a page stay in the log until it is emptied, and a
/// page that was
/// split may hold a copy in its gap. So the log is emptied, and if a trace is still found, the whole file is written
/// anew.
/// </remarks>
internal sealed class SqliteScrub(string file, SqliteWriter writer) : IDisposable
{
    private const int MostTries = 250;
    private const int BlockBytes = 1 << 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Closing a file ends every lock that this process has on it, those of the engine too: so it is kept open as long
    // as they are.
    private FileStream? _records;

    public async Task RunAsync(IReadOnlyCollection<string> traces, CancellationToken cancel)
    {
        await EmptyLogAsync(cancel);
        if (traces.Count > 0 && !IsFound(traces))
        {
            return;
        }

        await writer.AloneAsync(session => session.Execute("VACUUM"), cancel);
        await EmptyLogAsync(cancel);
        if (IsFound(traces))
        {
            throw new IOException("Something that was removed can still be found in the file of the records. Try "
                + "again when nobody uses it.");
        }
    }

    // A reader holds the log; they read for milliseconds.
    private async Task EmptyLogAsync(CancellationToken cancel)
    {
        using var pauses = new PeriodicTimer(Pause);
        for (var left = MostTries; left > 0; left--)
        {
            var isEmpty = false;
            await writer.AloneAsync(session => isEmpty = IsEmptied(session), cancel);
            if (isEmpty)
            {
                return;
            }

            await pauses.WaitForNextTickAsync(cancel);
        }

        throw new IOException("The log of the records could not be emptied, because somebody was reading all the "
            + "time. Try again.");
    }

    private static bool IsEmptied(SqliteSession session)
    {
        using var answer = session.Take("PRAGMA wal_checkpoint(TRUNCATE)");
        answer.Step();
        return answer.Number(0) == 0;
    }

    public void Dispose() => _records?.Dispose();

    private bool IsFound(IReadOnlyCollection<string> traces)
    {
        if (traces.Count == 0)
        {
            return false;
        }

        _records ??= Open(file);
        using var log = File.Exists(file + "-wal") ? Open(file + "-wal") : null; // nobody locks the log itself
        return traces.Select(Encoding.UTF8.GetBytes)
            .Any(trace => IsFound(_records, trace) || (log is not null && IsFound(log, trace)));
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static bool IsFound(FileStream stream, byte[] trace)
    {
        stream.Position = 0;
        var block = new byte[BlockBytes + trace.Length];
        var kept = 0;
        while (stream.ReadAtLeast(block.AsSpan(kept, BlockBytes), BlockBytes,
            throwOnEndOfStream: false) is > 0 and var read)
        {
            var length = kept + read;
            if (block.AsSpan(0, length).IndexOf(trace) >= 0)
            {
                return true;
            }

            kept = Math.Min(trace.Length - 1, length);
            block.AsSpan(length - kept, kept).CopyTo(block);
        }

        return false;
    }
}
