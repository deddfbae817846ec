using System.Collections.Concurrent;
using System.Threading.Channels;
using Lanyard.Domain.Organisations;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>The imports that are confirmed and not finished.</summary>
public sealed class ImportQueue
{
    private readonly Channel<(OrganisationId Organisation, string Name)> _waiting =
        Channel.CreateUnbounded<(OrganisationId Organisation, string Name)>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ends = new(StringComparer.Ordinal);

    /// <summary>Puts an import at the end; what it answers is completed when the import has ended, well or
    /// not.</summary>
    public Task Add(OrganisationId organisation, string name)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = _ends.GetOrAdd(name, mine);
        if (end == mine)
        {
            _waiting.Writer.TryWrite((organisation, name)); // there is always room
        }

        return end.Task;
    }

    /// <summary>The imports, one after the other, as they come.</summary>
    public IAsyncEnumerable<(OrganisationId Organisation, string Name)> ReadAsync(CancellationToken stop) =>
        _waiting.Reader.ReadAllAsync(stop);

    /// <summary>Tells those who wait that an import has ended.</summary>
    public void End(string name)
    {
        if (_ends.TryRemove(name, out var end))
        {
            end.TrySetResult();
        }
    }
}
