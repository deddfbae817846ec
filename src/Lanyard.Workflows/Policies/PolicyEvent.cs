using System.Text.Json.Serialization;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>Something that happened to one text of a policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Hash">The content hash of the text. What is approved is approved for this text only.</param>
public abstract record PolicyEvent(PolicyId Policy, string Hash) : Event
{
    /// <inheritdoc/>
    public override string Subject => $"policy/{Policy}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PolicyHash => Hash;
}
