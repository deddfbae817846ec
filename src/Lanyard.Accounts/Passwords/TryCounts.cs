namespace Lanyard.Accounts.Passwords;

/// <summary>Counts tries by what they were made on. Kept in memory, and no more of them than fit there.</summary>
/// <remarks>A try counts as wrong from when it begins until it turns out right, so that many at once are no way round.</remarks>
public sealed class TryCounts(TimeProvider clock)
{
    /// <summary>How many things are counted at the most. Beyond that those untouched for longest are forgotten.</summary>
    public const int Most = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>How long to wait before the next try; <see langword="null"/> if it may be made now.</summary>
    public TimeSpan? WaitFor(string key, TryRule rule)
    {
        lock (_lock)
        {
            return Find(key, rule) is { } found && found.Last + rule.WaitAfter(found.Wrong) - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : null;
        }
    }

    /// <summary>Counts a try as wrong; answers how many there are now.</summary>
    public int Add(string key, TryRule rule)
    {
        lock (_lock)
        {
            var wrong = (Find(key, rule)?.Wrong ?? 0) + 1;
            if (_tries.Count >= Most && !_tries.ContainsKey(key))
            {
                Shrink();
            }

            _tries[key] = new(wrong, clock.GetUtcNow());
            return wrong;
        }
    }

    /// <summary>Takes one try back, as if it had not been made.</summary>
    public void TakeBack(string key)
    {
        lock (_lock)
        {
            if (_tries.TryGetValue(key, out var found))
            {
                _tries[key] = found with { Wrong = Math.Max(0, found.Wrong - 1) };
            }
        }
    }

    /// <summary>Forgets what was counted on something.</summary>
    public void Forget(string key)
    {
        lock (_lock)
        {
            _tries.Remove(key);
        }
    }

    private Tries? Find(string key, TryRule rule) =>
        _tries.TryGetValue(key, out var found) && found.Last + rule.Forgotten > clock.GetUtcNow() ? found : null;

    private void Shrink()
    {
        foreach (var (key, _) in _tries.OrderBy(pair => pair.Value.Last).Take(Most / 10).ToList())
        {
            _tries.Remove(key);
        }
    }

    private sealed record Tries(int Wrong, DateTimeOffset Last);
}
