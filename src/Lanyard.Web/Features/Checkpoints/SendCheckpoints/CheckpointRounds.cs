using System.Collections.Concurrent;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Keeping;
using Lanyard.Workflows.Organisations.Checkpoints;

namespace Lanyard.Web.Features.Checkpoints.SendCheckpoints;

/// <summary>Makes a checkpoint of each record every day on which something was written, and sends what was made to
/// where it is kept.</summary>
internal sealed class CheckpointRounds(
    RecordBook book, CheckpointBook checkpoints, CheckpointPost post, WitnessClient witnesses, RecordState state,
    ServerOptions options, TimeProvider clock, ILogger<CheckpointRounds> log)
{
    private const int LooksBack = 40;

    // Asked each day and after each start, also where nothing was written: an earlier copy may have been put in place.
    private readonly ConcurrentDictionary<OrganisationId, DateOnly> _askedOn = new();

    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    /// <summary>One round over all organisations.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var organisation in (await book.Store.OrganisationsAsync(cancel)).Where(id => id != Installation.Partition))
        {
            var last = await checkpoints.LastAsync(organisation, cancel);
            if (last is null || UkTime.DayOf(last.Value.Made) < UkTime.DayOf(clock.GetUtcNow()))
            {
                await checkpoints.MakeAsync(organisation, cancel);
            }

            await SendAsync(organisation, cancel);
        }
    }

    // The oldest first. A witness signs the newest only, for it signs nothing that is smaller than what it knows.
    private async Task SendAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var some = await checkpoints.ListAsync(organisation, LooksBack, cancel);
        for (var at = some.Count - 1; at >= 0; at--)
        {
            if (!some[at].Value.IsSettled || (at == 0 && IsToBeAsked(organisation)))
            {
                await SendAsync(organisation, some[at], isNewest: at == 0, cancel);
            }
        }
    }

    private async Task SendAsync(OrganisationId organisation, Kept<KeptCheckpoint> kept, bool isNewest,
        CancellationToken cancel)
    {
        var recipients = await book.FindAsync<CheckpointRecipients>(organisation,
            CheckpointRegister.SubjectOf(organisation), cancel);
        var addresses = recipients?.Value.Addresses ?? [];
        var after = kept.Value;
        if (isNewest)
        {
            after = await WitnessAsync(organisation, after, cancel);
            _askedOn[organisation] = UkTime.DayOf(clock.GetUtcNow());
        }

        after = after with { SentTo = await post.SendAsync(organisation, after, addresses, cancel) };
        var isDone = addresses.All(address => after.SentTo.Contains(book.Fingerprint(address)))
            && (!isNewest || options.Witnesses.All(witness => after.SignedBy.Contains(witness.Key.Name)));
        after = after with { IsSettled = kept.Value.IsSettled || isDone || clock.GetUtcNow() - kept.Value.Made > GivenUpAfter };
        await checkpoints.PutAsync(organisation, kept, after, cancel);
    }

    private bool IsToBeAsked(OrganisationId organisation) => options.Witnesses.Count > 0
        && _askedOn.GetValueOrDefault(organisation) < UkTime.DayOf(clock.GetUtcNow());

    private async Task<KeptCheckpoint> WitnessAsync(OrganisationId organisation, KeptCheckpoint kept,
        CancellationToken cancel)
    {
        var problems = new List<string>();
        var isToBeAsked = IsToBeAsked(organisation);
        foreach (var witness in options.Witnesses
            .Where(each => isToBeAsked || !kept.SignedBy.Contains(each.Key.Name)))
        {
            if (!SignedNote.TryRead(kept.Note, out var note) || !Checkpoint.TryRead(note.Text, out var checkpoint))
            {
                break;
            }

            var outcome = await witnesses.AskAsync(witness, note, book.Proofs(organisation), cancel);
            if (outcome.Cosignature is { } signature)
            {
                if (kept.SignedBy.Contains(witness.Key.Name))
                {
                    continue;
                }

                var signed = note with { Signatures = note.Signatures.Add(signature) };
                kept = kept with { Note = signed.ToString(), SignedBy = kept.SignedBy.Add(witness.Key.Name) };
            }
            else
            {
                log.LogWarning("The witness {Witness} did not sign for organisation {Organisation}: {Finding}",
                    witness.Key.Name, organisation, outcome.Finding);
                problems.Add(outcome.Problem(witness.Key.Name, checkpoint.Size));
            }
        }

        state.NoteWitnesses(organisation, problems.Where(problem => problem.Length > 0));
        return kept;
    }
}
