using System.Text.Json.Serialization;

namespace Lanyard.Workflows;

/// <summary>Something that happened in an organisation. Written once, and never changed.</summary>
/// <remarks>Its properties are its permanent form in the record: one may be added with a default, none renamed or removed.</remarks>
public abstract record Event
{
    /// <summary>What it happened to: the register, a slash, and the id there, such as <c>policy/0198…</c>.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>The content hash of the policy under which it happened, if there was one.</summary>
    [JsonIgnore]
    public virtual string? PolicyHash => null;

    /// <summary>The clause that asked for it, if one did.</summary>
    [JsonIgnore]
    public virtual string? Clause => null;
}
