using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Lanyard.Accounts.Passwords;

/// <summary>Lets only so many passwords be hashed at once, on threads of their own, so that the pages of everybody else go on.</summary>
/// <remarks>Hashing is slow on purpose. What does not fit in the queue is turned away at once, with a plain answer, not left to wait for minutes.</remarks>
public sealed class HashingGate : IDisposable
{
    private const int MostWaiting = 64; // a staff meeting

    private readonly BlockingCollection<Task> _queue;

    /// <summary>Opens the gate.</summary>
    /// <param name="atOnce">How many are hashed at once.</param>
    /// <param name="mostWaiting">How many wait at the most.</param>
    public HashingGate(int atOnce, int mostWaiting)
    {
        _queue = new(mostWaiting);
        for (var at = 0; at < atOnce; at++)
        {
            new Thread(Work) { IsBackground = true, Name = "passwords", Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    /// <summary>How long to ask somebody to wait who was turned away.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromSeconds(5);

    /// <summary>A gate that leaves one processor to the pages.</summary>
    public static HashingGate ForThisMachine() => new(Math.Max(1, Environment.ProcessorCount - 1), MostWaiting);

    /// <summary>Has something done.</summary>
    /// <returns>Whether there was room; if not, too many wait already.</returns>
    public bool TryRun<T>(Func<T> work, [NotNullWhen(true)] out Task<T>? running)
    {
        var task = new Task<T>(work, TaskCreationOptions.RunContinuationsAsynchronously);
        running = _queue.TryAdd(task) ? task : null;
        return running is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.CompleteAdding();

    private void Work()
    {
        foreach (var task in _queue.GetConsumingEnumerable(CancellationToken.None))
        {
            task.RunSynchronously(TaskScheduler.Default);
        }
    }
}
