using System.Collections.Immutable;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;

namespace Lanyard.Policy.Binding;

/// <summary>Finds terms that would give words a second meaning.</summary>
internal static class TermCheck
{
    // The words that hold a sentence together: a term that swallowed one would change what sentences say.
    private static readonly ImmutableHashSet<string> Structure =
        ["must", "should", "may", "not", "unless", "when", "they", "and", "or", "it", "that", "without", ",", ":", ".", "\""];

    /// <summary>Each term that collides with a word of the vocabulary, with another term, or with the grammar.</summary>
    /// <param name="vocabulary">The phrases of the vocabulary, without any terms.</param>
    /// <param name="terms">The terms.</param>
    public static IEnumerable<Diagnostic> Collisions(Phrasebook vocabulary, ImmutableArray<PolicyTerm> terms)
    {
        for (var at = 0; at < terms.Length; at++)
        {
            var term = terms[at];
            var words = vocabulary.Plain(term.Term);
            var earlier = terms.Take(at).FirstOrDefault(other => vocabulary.Plain(other.Term).SequenceEqual(words));
            if (words.FirstOrDefault(Structure.Contains) is { } joining)
            {
                yield return Collision(term, term.Term, $"choose a term without `{joining}`");
            }
            else if (vocabulary.MeansOther(term.Term, term.Meaning))
            {
                yield return Collision(term, term.Term, $"`{term.Term}` is a word of the vocabulary already; choose another term");
            }
            else if (earlier is not null && vocabulary.MeansOther(earlier.Meaning, term.Meaning))
            {
                yield return Collision(term, earlier.Meaning, $"`{term.Term}` is explained twice; keep one of the two meanings");
            }
        }
    }

    private static AmbiguousSentence Collision(PolicyTerm term, string other, string advice) => new(term.Where, other, term.Meaning, advice);
}
