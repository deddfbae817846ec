namespace Lanyard.Decisions;

/// <summary>An answer to a question.</summary>
/// <param name="Text">The answer in words.</param>
/// <param name="Values">The values of the facet that it stands for, as a set of bits.</param>
public sealed record Choice(string Text, ulong Values);
