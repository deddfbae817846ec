namespace Lanyard.Web.Infrastructure;

/// <summary>Keeps what was used last, up to a size: where more comes, what was not used for the longest time goes, one
/// after the other. Safe to share between threads.</summary>
/// <typeparam name="TValue">What is kept.</typeparam>
/// <param name="most">How much is kept.</param>
/// <param name="sizeOf">The size of one, in the same unit.</param>
internal sealed class RecentOnes<TValue>(long most, Func<TValue, long> sizeOf)
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, TValue Value)>> _found = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, TValue Value)> _order = [];
    private long _size;

    /// <summary>One that is kept; <see langword="null"/> if it is not.</summary>
    public TValue? Find(string key)
    {
        lock (_lock)
        {
            if (!_found.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <summary>Keeps one, unless it is there; answers the one that is kept. One that is larger than everything is
    /// kept until the next comes.</summary>
    public TValue Add(string key, TValue value)
    {
        lock (_lock)
        {
            if (_found.TryGetValue(key, out var there))
            {
                return there.Value.Value; // of two who made it at once, the first counts
            }

            _size += sizeOf(value);
            while (_size > most && _order.Last is { } oldest)
            {
                _size -= sizeOf(oldest.Value.Value);
                _found.Remove(oldest.Value.Key);
                _order.RemoveLast();
            }

            _found[key] = _order.AddFirst((key, value));
            return value;
        }
    }
}
