using System.Text.Json.Serialization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access;

/// <summary>Whoever looks after a person took a second factor from them, so that they can set it up anew. Never the secret itself.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Factor">What was taken.</param>
public sealed record SecondFactorReset(PersonId Person, SecondFactor Factor) : SealedEvent<ResetReason>
{
    /// <inheritdoc/>
    public override string Subject => $"access/{Person}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => $"person/{Person}";
}
