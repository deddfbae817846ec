namespace Lanyard.Web.Api.Evidence;

/// <summary>An entry of the record, without what it holds.</summary>
/// <param name="Sequence">Its place, from one.</param>
/// <param name="Kind">What kind of event it is.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="At">When it took effect.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Previous">The hash of the entry before it; empty for the first.</param>
internal sealed record ApiEntry(long Sequence, string Kind, string Subject, DateTimeOffset At, DateTimeOffset RecordedAt, string Hash, string Previous);
