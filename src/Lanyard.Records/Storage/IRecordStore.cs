using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Storage;

/// <summary>Where records are kept. Every store passes the same compliance suite.</summary>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Every organisation that has an entry or a row.</summary>
    Task<IReadOnlyList<OrganisationId>> OrganisationsAsync(CancellationToken cancel);

    /// <summary>Reads an organisation. What is read in one call belongs together.</summary>
    IRecordReader Read(OrganisationId organisation);

    /// <summary>Begins to write to an organisation, after whoever else is writing to it.</summary>
    Task<IRecordTransaction> WriteAsync(OrganisationId organisation, CancellationToken cancel);

    /// <summary>Copies everything, as it is at one moment, into a new file, while the store is in use.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    Task BackUpAsync(string file, CancellationToken cancel);
}
