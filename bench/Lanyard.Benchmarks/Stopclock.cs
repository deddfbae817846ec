using System.Diagnostics;

namespace Lanyard.Benchmarks;

/// <summary>Times an action, warm: the best of several rounds, in microseconds a call.</summary>
internal static class Stopclock
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static double Microseconds(int calls, Action<int> action, int rounds = 7)
    {
        // Long enough for the runtime to have compiled it in earnest: it starts with quick code, and counts calls.
        for (var (start, call) = (Stopwatch.GetTimestamp(), 0); Stopwatch.GetElapsedTime(start) < WarmUp || call < calls; call++)
        {
            action(call % calls);
        }

        var best = double.MaxValue;
        for (var (all, round) = (Stopwatch.GetTimestamp(), 0); round < rounds || Stopwatch.GetElapsedTime(all) < Least; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++)
            {
                action(call);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls);
        }

        return best;
    }
}
