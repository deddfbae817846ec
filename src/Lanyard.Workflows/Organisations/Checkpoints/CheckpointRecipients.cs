using System.Collections.Immutable;

namespace Lanyard.Workflows.Organisations.Checkpoints;

/// <summary>Who is sent the checkpoints of an organisation's record, to keep them.</summary>
/// <param name="Addresses">Their email addresses.</param>
public sealed record CheckpointRecipients(ImmutableArray<string> Addresses)
{
    /// <summary>Nobody.</summary>
    public static CheckpointRecipients Nobody { get; } = new([]);
}
