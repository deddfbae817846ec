using System.Globalization;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Storage;

namespace Lanyard.Web.Features.Checkpoints;

/// <summary>The checkpoints that were made of each organisation's record.</summary>
public sealed class CheckpointBook(RecordBook book, TimeProvider clock)
{
    /// <summary>The register that holds them, beside the record.</summary>
    public const string Register = "checkpoint";

    /// <summary>The last one; <see langword="null"/> if none was made.</summary>
    public async Task<Kept<KeptCheckpoint>?> LastAsync(OrganisationId organisation, CancellationToken cancel) =>
        await Rows(organisation).ListAsync(cancel, take: 1) is [var last] ? last : null;

    /// <summary>The last ones, the newest first.</summary>
    public Task<IReadOnlyList<Kept<KeptCheckpoint>>> ListAsync(OrganisationId organisation, int take,
        CancellationToken cancel) => Rows(organisation).ListAsync(cancel, take: take);

    /// <summary>The last one that a witness signed too; <see langword="null"/> if there is none among the
    /// newest.</summary>
    public async Task<KeptCheckpoint?> LastWitnessedAsync(OrganisationId organisation, CancellationToken cancel) =>
        (await ListAsync(organisation, take: 60, cancel)).Select(kept => kept.Value)
            .FirstOrDefault(each => each.SignedBy.Length > 0);

    /// <summary>Makes a checkpoint of everything there is, to be sent out, unless the last one is of the same.</summary>
    /// <returns>The checkpoint; <see langword="null"/> if there is no record.</returns>
    /// <exception cref="NotWrittenException">It cannot be kept at the moment.</exception>
    public async Task<SignedNote?> MakeAsync(OrganisationId organisation, CancellationToken cancel)
    {
        if (await book.Checkpoints.MakeAsync(organisation, cancel) is not { } note
            || !Checkpoint.TryRead(note.Text, out var checkpoint))
        {
            return null;
        }

        var last = await LastAsync(organisation, cancel);
        if (last is not null && SignedNote.TryRead(last.Value.Note, out var before) && before.Text == note.Text)
        {
            return before;
        }

        var made = new KeptCheckpoint(note.ToString(), clock.GetUtcNow(), [], [], IsSettled: false);
        await Rows(organisation).TryPutAsync(KeyOf(checkpoint.Size), made, version: 0, [], SortOf(checkpoint.Size), cancel);
        return note;
    }

    /// <summary>Keeps what became of one.</summary>
    public Task<bool> PutAsync(OrganisationId organisation, Kept<KeptCheckpoint> before, KeptCheckpoint after,
        CancellationToken cancel) => Rows(organisation)
            .TryPutAsync(before.Place.Key, after, before.Version, [], before.Place.Sort, cancel);

    private static string KeyOf(long size) => size.ToString("D19", CultureInfo.InvariantCulture);

    // The newest first.
    private static string SortOf(long size) => KeyOf(long.MaxValue - size);

    private KeptRows<KeptCheckpoint> Rows(OrganisationId organisation) => new(book.Store, organisation, Register);
}
