using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding;

/// <summary>A fact in the words that follow "content that", said to be so or not to be so.</summary>
internal sealed record FactClause(Concept Concept, bool IsSo)
{
    public Atom Atom => new(Concept.Facet, IsSo ? Facet.Yes : Facet.No);
}
