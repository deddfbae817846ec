using System.Collections.Immutable;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Mail;
using Lanyard.Records;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;

namespace Lanyard.Web.Features.Checkpoints.SendCheckpoints;

/// <summary>Sends checkpoints by email to the people who keep them.</summary>
internal sealed class CheckpointPost(RecordBook book, ServerOptions options, TimeProvider clock,
    ILogger<CheckpointPost> log) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly LetterBox? _box = options.MailServer is { } mail ? new(mail, clock) : null;

    /// <summary>Sends a checkpoint to the addresses that do not have it yet.</summary>
    /// <returns>The fingerprints of all that have it, or never will.</returns>
    public async Task<ImmutableArray<string>> SendAsync(OrganisationId organisation, KeptCheckpoint checkpoint,
        ImmutableArray<string> addresses, CancellationToken cancel)
    {
        var sent = checkpoint.SentTo;
        foreach (var address in addresses.Where(address => !sent.Contains(book.Fingerprint(address))))
        {
            if (_box is not null && await IsTakenAsync(_box, organisation, checkpoint, address, cancel))
            {
                sent = sent.Add(book.Fingerprint(address));
            }
        }

        return sent;
    }

    /// <inheritdoc/>
    public void Dispose() => _box?.Dispose();

    // True too for what will never be taken: it is not tried again.
    private async Task<bool> IsTakenAsync(LetterBox box, OrganisationId organisation, KeptCheckpoint checkpoint,
        string address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Longest);
        try
        {
            await using var connection = await box.OpenAsync(patience.Token);
            await connection.SendAsync(await WriteAsync(organisation, checkpoint, address, patience.Token), patience.Token);
            return true;
        }
        catch (MailException problem)
        {
            log.LogWarning("A checkpoint of organisation {Organisation} was not taken ({Problem}, {Status})", organisation,
                problem.Problem, problem.Code);
            return problem.Refusal is not null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false; // it took too long, and is tried again
        }
    }

    private async Task<MailLetter> WriteAsync(OrganisationId organisation, KeptCheckpoint checkpoint, string address,
        CancellationToken cancel)
    {
        var from = new MailAddress(options.MailFrom);
        var found = await book.FindAsync<Organisation>(organisation, $"organisation/{organisation}", cancel);
        var name = found?.Value.Name ?? "Your organisation";
        var id = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{checkpoint.Note}{address}")).AsSpan(0, 16));
        return new(from.Address, name, address, $"{id}@{from.Host}", $"{name}: checkpoint of the record, "
            + checkpoint.Made.InWords(), Words(name, checkpoint, book.Checkpoints.KeyOf(organisation)), clock.GetUtcNow());
    }

    private static string Words(string name, KeptCheckpoint checkpoint, NoteKey key) => $"""
        Hello,

        keep this letter where the people who run the server of {name} cannot change it. With it, anybody can see
        later whether the record still holds everything that it held on {checkpoint.Made.InWords()}, as it was.

        {checkpoint.Note}
        The key of the record is
        {key}

        To check, save this letter as letter.txt, and let the people who run the server run:
        lanyard verify --checkpoint letter.txt

        Lanyard sends this by itself. Nobody reads answers to it.

        """;
}
