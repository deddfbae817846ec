using System.Diagnostics;

namespace Lanyard.Benchmarks;

/// <summary>Times an action, warm: the best of several rounds, in microseconds a call.</summary>
internal static class Stopclock
{
    public static double Microseconds(int calls, Action<int> action, int rounds = 7)
    {
        for (var call = 0; call < calls; call++)
        {
            action(call);
        }

        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
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
