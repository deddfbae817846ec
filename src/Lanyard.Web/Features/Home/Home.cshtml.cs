using Lanyard.Records;
using Lanyard.Web.Features.Notices;
using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Home;

/// <summary>What waits for a person, by what they may do.</summary>
[Needs(Permission.BeHere)]
public sealed class HomePage(Visit visit, RecordBook book, WaitingTasks tasks, NoticeBook notices) : LanyardPage(visit, book)
{
    public Who Who { get; private set; } = null!; // set before the page is drawn

    public IReadOnlyList<WaitingTask> Tasks { get; private set; } = [];

    public long Unread { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Who = await Visit.GetAsync(cancel);
        Tasks = await tasks.OfAsync(Who, Visit.Today, cancel);
        Unread = await notices.UnreadAsync(Who.At, Who.Id, cancel);
    }
}
