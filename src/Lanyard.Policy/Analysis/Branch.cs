namespace Lanyard.Policy.Analysis;

/// <summary>Where some values of a facet lead.</summary>
/// <param name="Values">The values, as a set of bits.</param>
/// <param name="Next">The function they lead to.</param>
internal sealed record Branch(ulong Values, int Next);
