namespace Lanyard.Records.Checkpoints;

/// <summary>What a witness answers.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">Signature lines, or the size that it signed last, or why not.</param>
/// <param name="IsSize">Whether the body is that size.</param>
public sealed record WitnessReply(int Status, string Body, bool IsSize = false);
