namespace Lanyard.Domain.Vocabulary;

/// <summary>What one word says about another facet: whoever follows somebody does so on social media.</summary>
/// <param name="If">The word that implies.</param>
/// <param name="Then">The word that must hold with it.</param>
public sealed record Implication(Concept If, Concept Then);
