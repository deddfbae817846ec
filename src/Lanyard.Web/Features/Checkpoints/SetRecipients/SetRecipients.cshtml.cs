using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations.Checkpoints;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Checkpoints.SetRecipients;

/// <summary>Sets who is sent the checkpoints of the record.</summary>
[Needs(Permission.ManageOrganisation)]
public sealed class SetRecipientsPage(Visit visit, RecordBook book, CheckpointBook checkpoints, ServerOptions options)
    : LanyardPage(visit, book)
{
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private Who _who = null!; // set before anything is read

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string Addresses { get; set; } = "";

    /// <summary>The last checkpoint; <see langword="null"/> if none was made.</summary>
    public KeptCheckpoint? Last { get; private set; }

    /// <summary>The key by which others check it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The witnesses that sign it.</summary>
    public IReadOnlyList<string> Witnesses { get; } = [.. options.Witnesses.Select(witness => witness.Key.Name)];

    /// <summary>Whether letters can be sent at all.</summary>
    public bool IsMailSet => options.MailServer is not null;

    private string Subject => CheckpointRegister.SubjectOf(_who.At);

    // What is set here holds for the whole organisation, so a role at one school alone does not set it.
    private bool MayChange => _who.May(Permission.ManageOrganisation);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var kept = await ReadAsync(cancel);
        Addresses = string.Join('\n', kept.Addresses);
        return MayChange ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var expected = Version;
        await ReadAsync(cancel);
        if (!MayChange)
        {
            return Forbid();
        }

        var outcome = CheckpointCase.Set(_who.At, [.. Addresses.Split('\n', Trimmed).Distinct(StringComparer.OrdinalIgnoreCase)]);
        return await TakeAsync(_who, outcome, new Dictionary<string, long> { [Subject] = expected },
            "/organisation/checkpoints", "Who keeps the checkpoints was saved.", cancel);
    }

    private async Task<CheckpointRecipients> ReadAsync(CancellationToken cancel)
    {
        _who = await Visit.GetAsync(cancel);
        Key = Book.Checkpoints.KeyOf(_who.At).ToString();
        Last = (await checkpoints.LastAsync(_who.At, cancel))?.Value;
        var kept = await Book.FindAsync<CheckpointRecipients>(_who.At, Subject, cancel);
        Version = kept?.Version ?? 0;
        ModelState.Remove(nameof(Version));
        return kept?.Value ?? CheckpointRecipients.Nobody;
    }
}
