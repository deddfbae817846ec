using System.Text.Json.Serialization;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Checkpoints;

/// <summary>An organisation said who keeps its checkpoints. Sealed, because it names people.</summary>
public sealed record CheckpointRecipientsSet(OrganisationId Organisation) : SealedEvent<CheckpointRecipients>
{
    /// <inheritdoc/>
    public override string Subject => CheckpointRegister.SubjectOf(Organisation);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => Subject;
}
