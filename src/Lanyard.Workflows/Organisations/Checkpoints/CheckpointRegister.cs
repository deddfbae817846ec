using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Checkpoints;

/// <summary>Who keeps the checkpoints of an organisation: one row, once it has been set.</summary>
public sealed class CheckpointRegister : Register<CheckpointRecipients>
{
    /// <inheritdoc/>
    public override string Name => "checkpoints";

    /// <summary>The subject of an organisation's row.</summary>
    public static string SubjectOf(OrganisationId organisation) => $"checkpoints/{organisation}";

    /// <inheritdoc/>
    protected override CheckpointRecipients? After(CheckpointRecipients? row, Happening happening) =>
        happening.Event switch
        {
            CheckpointRecipientsSet { Content: { } content } => content,
            _ => row,
        };
}
