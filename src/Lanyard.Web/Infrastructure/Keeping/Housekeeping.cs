using Lanyard.Domain.Calendar;
using Lanyard.Web.Features.Checkpoints.SendCheckpoints;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Keeps the records in order beside the pages: sweeps and sends checkpoints every ten minutes, and checks
/// everything once each night.</summary>
internal sealed class Housekeeping(RecordChecks checks, Sweep sweep, CheckpointRounds checkpoints,
    TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);

    private const int Quiet = 2; // o'clock in the morning

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        var checkedOn = UkTime.DayOf(clock.GetUtcNow());
        while (await NextAsync(rounds, stoppingToken))
        {
            await TryAsync(sweep.RunAsync, stoppingToken);
            await TryAsync(checkpoints.RunAsync, stoppingToken);
            var day = UkTime.DayOf(clock.GetUtcNow().AddHours(-Quiet));
            if (day > checkedOn)
            {
                checkedOn = day;
                await TryAsync(checks.ThoroughlyAsync, stoppingToken);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer rounds, CancellationToken stop)
    {
        try
        {
            return await rounds.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Catches whatever goes wrong: the next round tries again, and the pages go on.
    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken stop)
    {
        try
        {
            await act(stop);
        }
        catch (SystemException problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "The records could not be swept, checked or sent a checkpoint of; it is tried again.");
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
