using Lanyard.Domain.Organisations;

namespace Lanyard.Records;

/// <summary>What belongs to no organisation: the accounts, the sessions, the one-time links.</summary>
public static class Installation
{
    /// <summary>The partition that holds it.</summary>
    public static OrganisationId Partition { get; } = new(Guid.Empty);
}
