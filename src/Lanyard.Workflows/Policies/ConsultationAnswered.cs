using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>Somebody answered a consultation.</summary>
public sealed record ConsultationAnswered(Guid Response, PolicyId Policy, string Hash, string Group, PersonId Person) : SealedEvent<ConsultationAnswer>
{
    private const int GuidBytes = 16;

    /// <summary>The one answer of a person about a text: whoever answers again, or twice at once, replaces it.</summary>
    public static Guid IdOf(PersonId person, PolicyId policy, string hash) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{policy}/{hash}/{person}")).AsSpan(0, GuidBytes));

    /// <inheritdoc/>
    public override string Subject => $"response/{Response:N}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => $"person/{Person}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PolicyHash => Hash;
}
