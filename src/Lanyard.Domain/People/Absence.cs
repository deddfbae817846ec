namespace Lanyard.Domain.People;

/// <summary>Days on which a person is away, so that nothing may wait for them.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record Absence(DateOnly From, DateOnly To)
{
    /// <summary>Whether the person is away on a day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
