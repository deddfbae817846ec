using System.Globalization;
using Lanyard.Records.Tree;

namespace Lanyard.Records.Checkpoints;

/// <summary>Signs, as a witness, checkpoints of other installations: only one that a record grew into from the last that
/// was signed (C2SP tlog-witness).</summary>
/// <param name="book">Where what was signed last is kept.</param>
/// <param name="logs">The keys of those whose checkpoints are signed.</param>
/// <param name="clock">The clock.</param>
public sealed class WitnessDesk(RecordBook book, IReadOnlyList<NoteKey> logs, TimeProvider clock)
{
    private const string Register = "witnessed";

    private readonly KeptRows<WitnessedRecord> _rows = new(book.Store, Installation.Partition, Register);

    /// <summary>Whether checkpoints of anybody are signed.</summary>
    public bool IsOpen => logs.Count > 0;

    /// <summary>Answers a request.</summary>
    public async Task<WitnessReply> AddAsync(string body, CancellationToken cancel)
    {
        if (!WitnessRequest.TryRead(body, out var request) || !Checkpoint.TryRead(request.Note.Text, out var checkpoint)
            || request.Old > checkpoint.Size)
        {
            return new(400, "This is not a request to sign a checkpoint.\n");
        }

        var keys = logs.Where(key => key.Name == checkpoint.Origin).ToList();
        return keys.Count == 0 ? new(404, "This witness does not know the record.\n")
            : !keys.Exists(request.Note.IsSignedBy) ? new(403, "The checkpoint is not signed by a key that is known.\n")
            : await SignAsync(request, checkpoint, cancel);
    }

    // What was signed last is looked at and replaced in one transaction, so that of two at once the later sees the other.
    private async Task<WitnessReply> SignAsync(WitnessRequest request, Checkpoint checkpoint, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(Installation.Partition, cancel);
        var kept = await _rows.FindAsync(write, checkpoint.Origin, cancel);
        var last = kept?.Value ?? WitnessedRecord.OfNothing;
        if (request.Old != last.Size)
        {
            return SizeOf(last);
        }

        var root = Convert.FromBase64String(last.Root);
        if (checkpoint.Size == last.Size && kept is not null && !checkpoint.Root.AsSpan().SequenceEqual(root))
        {
            return SizeOf(last);
        }

        if (!TreeProof.IsConsistent(last.Size, checkpoint.Size, root, checkpoint.Root, request.Proof))
        {
            return new(422, "The proof does not show that the record only grew.\n");
        }

        await _rows.PutAsync(write, checkpoint.Origin,
            new(checkpoint.Size, Convert.ToBase64String(checkpoint.Root), request.Note.ToString()), [], sort: "", cancel);
        await write.CommitAsync(cancel);
        return new(200, $"{book.Checkpoints.Cosign(request.Note.Text, clock.GetUtcNow())}\n");
    }

    private static WitnessReply SizeOf(WitnessedRecord last) =>
        new(409, string.Create(CultureInfo.InvariantCulture, $"{last.Size}\n"), IsSize: true);
}
