namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>An import that somebody confirmed, until it is finished.</summary>
/// <param name="After">The last entry of the record when it was confirmed: what others change later is left to
/// them.</param>
/// <param name="HasSecondFactor">Whether who confirmed it had signed in with more than a password.</param>
/// <param name="Planned">What comes of it if nobody changes the same people meanwhile.</param>
/// <param name="IsStopped">Whether a fault stopped it. It can be gone on with.</param>
public sealed record ImportRun(long After, bool HasSecondFactor, ImportOutcome Planned, bool IsStopped = false);
