using Lanyard.Domain.Organisations;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>What was written to the record of an organisation.</summary>
/// <param name="organisation">Where.</param>
/// <param name="author">Who did it.</param>
/// <param name="events">What, in order.</param>
public sealed class WrittenEventArgs(OrganisationId organisation, Author author, IReadOnlyCollection<Event> events)
    : EventArgs
{
    /// <summary>Where.</summary>
    public OrganisationId Organisation => organisation;

    /// <summary>Who did it.</summary>
    public Author Author => author;

    /// <summary>What, in order.</summary>
    public IReadOnlyCollection<Event> Events => events;
}
