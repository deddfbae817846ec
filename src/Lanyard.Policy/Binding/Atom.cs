using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding;

/// <summary>Says that a facet has one of some values.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Values">The values, as a set of bits.</param>
public sealed record Atom(Facet Facet, ulong Values)
{
    /// <summary>Says what a word says.</summary>
    public static Atom Of(Concept concept) => new(concept.Facet, concept.Values);
}
