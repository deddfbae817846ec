namespace Lanyard.Records;

/// <summary>An entry holds an event of a kind that this version does not know: a later one wrote it.</summary>
/// <param name="kind">The kind.</param>
public sealed class UnknownKindException(string kind) : InvalidOperationException(
    $"This version of Lanyard does not know the event `{kind}`. Use the version that wrote it, or a later one.");
