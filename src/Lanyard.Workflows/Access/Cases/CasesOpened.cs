using System.Text.Json.Serialization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>A deputy opened the cases for a time, because none of those who hold the role could be waited
/// for.</summary>
/// <param name="Reading">The id of the reading.</param>
/// <param name="Person">Who.</param>
/// <param name="Until">Until when.</param>
public sealed record CasesOpened(Guid Reading, PersonId Person, DateTimeOffset Until) : SealedEvent<CaseReadingReason>
{
    /// <inheritdoc/>
    public override string Subject => $"case-reading/{Reading:N}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => $"person/{Person}";
}
