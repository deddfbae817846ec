using System.Diagnostics;

namespace Lanyard.Web.Features.Notices.PlanNotices;

/// <summary>Keeps work beside the pages slow enough that whoever asks for a page does not notice it.</summary>
internal sealed class Pace
{
    // After each piece of work, four times as long of nothing: a fifth of one core at the most.
    private const int Rest = 4;

    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Begins a piece of work.</summary>
    public void Begin() => _since = Stopwatch.GetTimestamp();

    /// <summary>Rests after a piece, and begins the next. By the machine's own clock, for it is the machine that rests.</summary>
    public async Task RestAsync(CancellationToken stop)
    {
        await Task.Delay(Stopwatch.GetElapsedTime(_since) * Rest, stop);
        Begin();
    }
}
