using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;

namespace Lanyard.Web.Infrastructure;

/// <summary>Lets one upload of an organisation be read at a time, for reading takes time and memory that belong to
/// everybody.</summary>
public sealed class ImportTurns
{
    /// <summary>What to tell those who must wait.</summary>
    public const string Busy = "Another file of your organisation is being read. Wait a moment, then send yours again";

    private readonly ConcurrentDictionary<OrganisationId, Turn> _taken = new();

    /// <summary>The turn, which ends when it is disposed of; <see langword="null"/> if somebody else has it.</summary>
    public IDisposable? TryTake(OrganisationId organisation)
    {
        var turn = new Turn(_taken, organisation);
        return _taken.TryAdd(organisation, turn) ? turn : null;
    }

    private sealed class Turn(ConcurrentDictionary<OrganisationId, Turn> taken, OrganisationId organisation)
        : IDisposable
    {
        public void Dispose() => taken.TryRemove(KeyValuePair.Create(organisation, this));
    }
}
