using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Storage;

/// <summary>Where records are kept. Every store passes the same compliance suite.</summary>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Every organisation that has an entry or a row.</summary>
    Task<IReadOnlyList<OrganisationId>> OrganisationsAsync(CancellationToken cancel);

    /// <summary>Reads an organisation. What is read in one call belongs together.</summary>
    IRecordReader Read(OrganisationId organisation);

    /// <summary>Reads an organisation as it is now: what is read in several calls belongs together too.</summary>
    Task<IRecordSnapshot> SnapshotAsync(OrganisationId organisation, CancellationToken cancel);

    /// <summary>Begins to write to an organisation, after whoever else is writing to it.</summary>
    /// <exception cref="NotWrittenException">Its turn did not come within a bounded time, or the store cannot be
    /// written to.</exception>
    Task<IRecordTransaction> WriteAsync(OrganisationId organisation, CancellationToken cancel);

    /// <summary>What is broken in the store itself, as far as it can tell; nothing if it is whole. Nothing is written,
    /// and nobody waits.</summary>
    /// <param name="isThorough">Whether the indexes are compared too, which takes longer.</param>
    /// <param name="cancel">Gives up.</param>
    Task<IReadOnlyList<string>> DamageAsync(bool isThorough, CancellationToken cancel);

    /// <summary>From now on nothing is written, for a reason: who wants to is told it. What is there can be
    /// read.</summary>
    void RefuseWrites(NotWrittenCause why);

    /// <summary>Makes sure that nothing which was removed can be read in the store any more, not even byte by
    /// byte.</summary>
    /// <param name="traces">Texts that were removed and must be found nowhere; none to clean everything.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">Something of it is still there, because others were reading or writing all the
    /// time. Try again.</exception>
    Task ScrubAsync(IReadOnlyCollection<string> traces, CancellationToken cancel);

    /// <summary>Copies everything, as it is at one moment, into a new file, while the store is in use.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    Task BackUpAsync(string file, CancellationToken cancel);
}
