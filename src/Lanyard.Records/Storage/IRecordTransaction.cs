using Lanyard.Records.Chain;

namespace Lanyard.Records.Storage;

/// <summary>Writes to one organisation: all of it, or, if it is disposed before the commit, none.</summary>
/// <remarks>
/// There is one writer for an organisation at a time, so what it has read does not change under it. Once a call has
/// failed, every
/// later one fails too; disposing gives the turn to the next writer, whatever has happened.
/// </remarks>
public interface IRecordTransaction : IRecordReader, IAsyncDisposable
{
    /// <summary>Adds an entry to the end of the chain.</summary>
    /// <exception cref="NotWrittenException">The store failed; nothing of the transaction lasts.</exception>
    Task AddEntryAsync(Entry entry, CancellationToken cancel);

    /// <summary>Writes a row, over an earlier one with the same key.</summary>
    /// <exception cref="NotWrittenException">The store failed; nothing of the transaction lasts.</exception>
    Task PutAsync(string register, Row row, CancellationToken cancel);

    /// <summary>Removes a row, if it is there.</summary>
    /// <exception cref="NotWrittenException">The store failed; nothing of the transaction lasts.</exception>
    Task RemoveAsync(string register, string key, CancellationToken cancel);

    /// <summary>Removes every row of a register.</summary>
    /// <exception cref="NotWrittenException">The store failed; nothing of the transaction lasts.</exception>
    Task ClearAsync(string register, CancellationToken cancel);

    /// <summary>Makes it last. When this returns, what was written survives the end of the process and of the machine's power.</summary>
    /// <exception cref="NotWrittenException">The store failed; nothing of the transaction lasts.</exception>
    Task CommitAsync(CancellationToken cancel);
}
