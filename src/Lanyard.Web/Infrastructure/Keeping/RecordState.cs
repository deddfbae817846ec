using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Records;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>What the checks of the records found, for administrators to see. Safe to share between threads.</summary>
public sealed class RecordState
{
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<OrganisationId, ImmutableArray<string>> _found = new();
    private readonly ConcurrentDictionary<OrganisationId, ImmutableArray<string>> _witnessed = new();
    private readonly ConcurrentDictionary<OrganisationId, DateTimeOffset> _ahead = new();
    private readonly TimeProvider _clock;

    /// <summary>Listens to what is written.</summary>
    public RecordState(RecordBook book, TimeProvider clock, ILogger<RecordState> log)
    {
        _clock = clock;
        book.ClockIsBehind += (_, behind) =>
        {
            if (behind.Last - behind.Now > Leeway && _ahead.GetValueOrDefault(behind.Organisation) != behind.Last)
            {
                _ahead[behind.Organisation] = behind.Last;
                log.LogError("The clock says {Now}, but organisation {Organisation} has an entry of {Last}: the "
                    + "clock was ahead then, or is behind now.", behind.Now, behind.Organisation, behind.Last);
            }
        };
    }

    /// <summary>What is broken in the file, for everybody who administers an organisation in it.</summary>
    public ImmutableArray<string> OfTheFile { get; private set; } = [];

    /// <summary>What an administrator of an organisation must know; nothing if all is well.</summary>
    public IEnumerable<string> Of(OrganisationId organisation)
    {
        foreach (var problem in OfTheFile.Concat(_found.GetValueOrDefault(organisation, []))
            .Concat(_witnessed.GetValueOrDefault(organisation, [])))
        {
            yield return problem;
        }

        if (_ahead.TryGetValue(organisation, out var last) && last > _clock.GetUtcNow())
        {
            yield return $"The clock of the server was ahead on {last:d MMMM yyyy}, or is behind now. New entries "
                + $"are dated {last:d MMMM yyyy} until the clock has caught up. Tell the person who looks after the "
                + "server.";
        }
    }

    /// <summary>Keeps what a check of the file found.</summary>
    public void Note(IEnumerable<string> ofTheFile) => OfTheFile = [.. ofTheFile];

    /// <summary>Keeps what a check of an organisation found.</summary>
    public void Note(OrganisationId organisation, IEnumerable<string> found) => _found[organisation] = [.. found];

    /// <summary>Keeps what witnesses of an organisation's record found.</summary>
    public void NoteWitnesses(OrganisationId organisation, IEnumerable<string> found) =>
        _witnessed[organisation] = [.. found];
}
