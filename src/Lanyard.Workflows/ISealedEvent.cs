namespace Lanyard.Workflows;

/// <summary>An event that carries personal content, which is sealed under a key of its own.</summary>
/// <remarks>Destroying the key erases the content everywhere, while the record still verifies.</remarks>
public interface ISealedEvent
{
    /// <summary>The name of the key, such as <c>person/0198…</c>.</summary>
    string KeyName { get; }

    /// <summary>The content; <see langword="null"/> once its key has been destroyed.</summary>
    object? SealedContent { get; }

    /// <summary>The type of the content.</summary>
    Type ContentType { get; }

    /// <summary>The same event with its content.</summary>
    Event WithContent(object? content);
}
