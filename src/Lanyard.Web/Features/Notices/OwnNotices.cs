using Lanyard.Web.Features.Notices.PlanNotices;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Notices;

namespace Lanyard.Web.Features.Notices;

/// <summary>A person's own notices as they are at this moment: one whose task they have just done says so at once, before the planner comes by.</summary>
public sealed class OwnNotices(NoticeBook notices, NoticeReader reader)
{
    /// <summary>How many notices of what still waits they have not read.</summary>
    public async Task<long> UnreadAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        await SettleAsync(who, today, cancel);
        return await notices.UnreadAsync(who.At, who.Id, cancel);
    }

    /// <summary>Their notices with their keys, newest first.</summary>
    public async Task<IReadOnlyList<(string Key, KeptNotice Notice)>> ListAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        await SettleAsync(who, today, cancel);
        return await notices.OfAsync(who.At, who.Id, cancel);
    }

    private async Task SettleAsync(Who who, DateOnly today, CancellationToken cancel)
    {
        if (await notices.UnreadAsync(who.At, who.Id, cancel) > 0 && NoticePlanner.Turned(await reader.ReadOwnAsync(who, today, cancel)) is { IsEmpty: false } turned)
        {
            await notices.TurnAsync(who.At, turned, isOver: true, cancel);
        }
    }
}
