using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Features.Notices;

/// <summary>How the services that run beside the pages wait.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Waits until the server listens.</summary>
    public static Task StartedAsync(this IHostApplicationLifetime life, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(stop);
    }

    /// <summary>Waits for something, but no longer than until a moment.</summary>
    public static async Task WaitAsync(this TimeProvider clock, Func<CancellationToken, ValueTask<bool>> something, DateTimeOffset until, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pause = until - clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            await Task.WhenAny(something(enough.Token).AsTask(), Task.Delay(pause < Longest ? pause : Longest, clock, enough.Token));
            await enough.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }
    }
}
