using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Records.Chain;

/// <summary>One link of an organisation's chain.</summary>
/// <param name="Organisation">Whose chain it is.</param>
/// <param name="Sequence">Its place, from one.</param>
/// <param name="Kind">What kind of event it holds, such as <c>policy-accepted</c>.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="By">Who did it, if anybody is known.</param>
/// <param name="At">When it took effect.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="PolicyHash">The policy under which it happened.</param>
/// <param name="Clause">The clause that asked for it.</param>
/// <param name="Body">The event, as JSON.</param>
/// <param name="Sealed">The personal content, sealed; <see langword="null"/> if there is none.</param>
/// <param name="KeyName">The name of the key it is sealed under.</param>
/// <param name="Previous">The hash of the entry before it; empty for the first.</param>
/// <param name="Hash">Its own hash.</param>
public sealed record Entry(
    OrganisationId Organisation,
    long Sequence,
    string Kind,
    string Subject,
    PersonId? By,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string? PolicyHash,
    string? Clause,
    string Body,
    byte[]? Sealed,
    string? KeyName,
    string Previous,
    string Hash)
{
    /// <summary>The code under which it was written, which only who has the master key can make; <see langword="null"/>
    /// for an entry from before entries had one.</summary>
    public string? Mac { get; init; }
}
