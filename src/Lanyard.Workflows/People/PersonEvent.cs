using System.Text.Json.Serialization;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>Something that happened to a person and tells who that is.</summary>
public abstract record PersonEvent(PersonId Person) : SealedEvent<PersonDetails>
{
    /// <inheritdoc/>
    public override string Subject => $"person/{Person}";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string KeyName => Subject;
}
