using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Takes part in every writing: what it keeps is kept in the same transaction, or not at all.</summary>
public interface IRecordFollower
{
    /// <summary>Follows what is being written.</summary>
    /// <param name="write">The transaction, in whose organisation it happens. What was read outside it is as it was
    /// before.</param>
    /// <param name="author">Who does it.</param>
    /// <param name="events">What happens, in order.</param>
    /// <param name="cancel">Gives up.</param>
    Task FollowAsync(IRecordTransaction write, Author author, IReadOnlyCollection<Event> events,
        CancellationToken cancel);
}
