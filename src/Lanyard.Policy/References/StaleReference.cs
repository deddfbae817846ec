namespace Lanyard.Policy.References;

/// <summary>Words that name something which is gone, was renamed, or never was.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Words">The words.</param>
/// <param name="What">What became of it.</param>
/// <param name="Instead">What to write instead.</param>
/// <param name="Source">Where this was read, and when.</param>
public sealed record StaleReference(StaleKind Kind, string Words, string What, string Instead, string Source);
