using System.Collections.Immutable;

namespace Lanyard.Web.Features.Checkpoints;

/// <summary>A checkpoint that was made, and what became of it.</summary>
/// <param name="Note">The whole of it, with the cosignatures of the witnesses that signed.</param>
/// <param name="Made">When.</param>
/// <param name="SentTo">Who it was sent to: fingerprints of addresses.</param>
/// <param name="SignedBy">The names of the witnesses that signed it.</param>
/// <param name="IsSettled">Whether nothing is left to be done about it.</param>
public sealed record KeptCheckpoint(string Note, DateTimeOffset Made, ImmutableArray<string> SentTo,
    ImmutableArray<string> SignedBy, bool IsSettled);
