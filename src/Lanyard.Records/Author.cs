using Lanyard.Domain.People;

namespace Lanyard.Records;

/// <summary>Who writes to the record, and when what they write took effect.</summary>
/// <param name="Person">Who; <see langword="null"/> for Lanyard itself, or for somebody who did not sign in.</param>
/// <param name="At">When it took effect; <see langword="null"/> for now.</param>
public sealed record Author(PersonId? Person, DateTimeOffset? At = null)
{
    /// <summary>Lanyard itself.</summary>
    public static Author Lanyard { get; } = new(Person: null);
}
