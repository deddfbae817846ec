using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;

namespace Lanyard.Records.Storage;

/// <summary>Reads what is kept of one organisation.</summary>
public interface IRecordReader
{
    /// <summary>Whose records are read.</summary>
    OrganisationId Organisation { get; }

    /// <summary>The end of the chain.</summary>
    Task<ChainHead> HeadAsync(CancellationToken cancel);

    /// <summary>The entries of the chain from a sequence on, in order.</summary>
    IAsyncEnumerable<Entry> EntriesAsync(long from, CancellationToken cancel);

    /// <summary>The entries about one subject, in order.</summary>
    IAsyncEnumerable<Entry> EntriesAboutAsync(string subject, CancellationToken cancel);

    /// <summary>A row, or <see langword="null"/> if there is none with that key.</summary>
    Task<Row?> FindAsync(string register, string key, CancellationToken cancel);

    /// <summary>Rows in order.</summary>
    Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel);

    /// <summary>How many rows there are, with a term or in all.</summary>
    Task<long> CountAsync(string register, string? term, CancellationToken cancel);

    /// <summary>The names of the registers that have a row.</summary>
    Task<IReadOnlyList<string>> RegistersAsync(CancellationToken cancel);

    /// <summary>The whole index of a register: under which term each row is found, and in which order.</summary>
    Task<IReadOnlyList<IndexEntry>> IndexAsync(string register, CancellationToken cancel);
}
