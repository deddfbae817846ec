using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.Ask;
using Lanyard.Web.Features.Checkpoints;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Evidence;
using Microsoft.AspNetCore.Mvc;

namespace Lanyard.Web.Features.Evidence.PrintPack;

/// <summary>The evidence on one page to print, as it was on any past day.</summary>
[Needs(Permission.SeeEvidence)]
public sealed class PrintPackPage(Visit visit, RecordBook book, EvidenceReader reader, PublicQuestions inPublic,
    CheckpointBook checkpoints, PackProof proof) : LanyardPage(visit, book)
{
    [FromQuery]
    public DateEntry On { get; set; } = new();

    /// <summary>How many questions were answered in public in the year before.</summary>
    public long InPublic { get; private set; }

    public Who Who { get; private set; } = null!; // set before the page is drawn

    public DateOnly Day { get; private set; }

    /// <summary>Whether the day is over.</summary>
    public bool IsPast => Day < Visit.Today;

    public DateTimeOffset Now => Visit.Now;

    public ChainHead? Head { get; private set; }

    /// <summary>The checkpoint of what the pack was read from; <see langword="null"/> if there was nothing.</summary>
    public SignedNote? Checkpoint { get; private set; }

    /// <summary>The key by which others check it.</summary>
    public string Key => Book.Checkpoints.KeyOf(Who.At).ToString();

    public IReadOnlyList<(EvidenceData Data, IReadOnlyList<ClauseEvidence> Clauses)> Policies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Day = On.Read(ModelState, nameof(On)) ?? Visit.Today;
        if (Day > Visit.Today)
        {
            ModelState.AddModelError(nameof(On), "Choose today or a day in the past");
        }

        if (!ModelState.IsValid)
        {
            return;
        }

        var (policies, head) = await reader.OnAsync(Who, Day, cancel);
        Head = head;
        Checkpoint = await CheckpointAsync(head, cancel);
        InPublic = (await inPublic.OfYearAsync(Who.At, Day, cancel)).Values.Sum();
        Policies = [.. policies.Select(data => (data, (IReadOnlyList<ClauseEvidence>)PolicyEvidence.Of(data)))];
    }

    /// <summary>The file by which others check the pack.</summary>
    public async Task<IActionResult> OnGetProofsAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var subjects = Policies.Select(policy => $"policy/{policy.Data.File.Id}").ToList();
        return Head is { } head && await proof.MakeAsync(Who.At, head.Sequence, subjects, cancel) is { } file
            ? File(file, "application/zip", "evidence-proofs.zip") : NotFound();
    }

    // A pack of today is sent out as a checkpoint too, unless the record may only be read.
    private async Task<SignedNote?> CheckpointAsync(ChainHead head, CancellationToken cancel)
    {
        try
        {
            if (!IsPast)
            {
                await checkpoints.MakeAsync(Who.At, cancel);
            }
        }
        catch (NotWrittenException)
        {
            // It is shown all the same.
        }

        return head.Sequence == 0 ? null : await Book.Checkpoints.MakeAsync(Who.At, cancel, head.Sequence);
    }
}
