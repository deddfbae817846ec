using System.Text.Json.Serialization;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>Somebody answered a consultation.</summary>
public sealed record ConsultationAnswered(Guid Response, PolicyId Policy, string Hash, string Group, PersonId Person) : SealedEvent<ConsultationAnswer>
{
    /// <inheritdoc/>
    public override string Subject => $"response/{Response:N}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => $"person/{Person}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PolicyHash => Hash;
}
