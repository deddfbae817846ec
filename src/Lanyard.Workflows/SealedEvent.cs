using System.Text.Json.Serialization;

namespace Lanyard.Workflows;

/// <summary>An event whose personal content is sealed.</summary>
/// <typeparam name="TContent">What the content is.</typeparam>
public abstract record SealedEvent<TContent> : Event, ISealedEvent
    where TContent : class
{
    /// <summary>The content; <see langword="null"/> once its key has been destroyed.</summary>
    [JsonIgnore]
    public TContent? Content { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public abstract string KeyName { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public object? SealedContent => Content;

    /// <inheritdoc/>
    [JsonIgnore]
    public Type ContentType => typeof(TContent);

    /// <inheritdoc/>
    public Event WithContent(object? content) => this with { Content = (TContent?)content };
}
