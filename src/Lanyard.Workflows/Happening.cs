using Lanyard.Domain.People;

namespace Lanyard.Workflows;

/// <summary>An event with who, when, and when it was written down.</summary>
/// <param name="Event">What happened.</param>
/// <param name="By">Who did it; <see langword="null"/> for Lanyard itself, or somebody who did not sign in.</param>
/// <param name="At">When it took effect.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Sequence">Its place in the record of its organisation, from one.</param>
public sealed record Happening(Event Event, PersonId? By, DateTimeOffset At, DateTimeOffset RecordedAt, long Sequence);
