using Lanyard.Records;
using Lanyard.Web.Features.Evidence;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Home;

/// <summary>What waits for a person, by what they may do.</summary>
[Needs(Permission.BeHere)]
public sealed class HomePage(Visit visit, RecordBook book, WaitingTasks tasks, OwnNotices notices, EvidenceReader evidence) : LanyardPage(visit, book)
{
    public Who Who { get; private set; } = null!; // set before the page is drawn

    public IReadOnlyList<WaitingTask> Tasks { get; private set; } = [];

    public long Unread { get; private set; }

    /// <summary>Where the policies stand, for those who see the evidence.</summary>
    public IReadOnlyList<PolicyToday> Policies { get; private set; } = [];

    /// <summary>How many things are not as they should be.</summary>
    public int ToPutRight { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Tasks = await tasks.OfAsync(Who, Visit.Today, cancel);
        if (Who.MaySomewhere(Permission.SeeEvidence))
        {
            var today = await evidence.TodayAsync(Who.At, Visit.Today, cancel);
            Policies = [.. today.InForceFor(Who)];
            ToPutRight = today.InconsistenciesFor(Who).Count();
        }

        Unread = await notices.UnreadAsync(Who, Visit.Today, cancel);
    }
}
