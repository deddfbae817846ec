using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;

namespace Lanyard.Policy.Analysis;

/// <summary>Says when two statements demand opposite things, rather than merely speak about different sides of one act.</summary>
/// <remarks>
/// A photograph may be posted with consent, and an offensive one may not: those two clauses do not quarrel, for the
/// second looks at something (offence) that the first did not have in view. "Never message a pupil by social media"
/// and "do not, unless the headteacher approves" do: the ban looks at nothing that the exception does not look at
/// too. So two rules are opposed if one forbids, the other permits, and every facet that the forbidding one looks
/// at is one that the permitting one looks at as well, in so many words or by what its words imply.
/// </remarks>
public static class Opposition
{
    /// <summary>Whether <paramref name="stricter"/> forbids or advises against what <paramref name="other"/> would allow.</summary>
    public static bool IsOpposed(Lexicon lexicon, Rule stricter, Rule other)
    {
        var isOpposite = stricter.Verdict switch
        {
            Verdict.Prohibited => other.Verdict is Verdict.Permitted or Verdict.Conditional,
            Verdict.AdvisedAgainst => other.Verdict is Verdict.Permitted,
            _ => false,
        };
        if (!isOpposite || stricter.Statement == other.Statement)
        {
            return false;
        }

        return stricter.Atoms.All(atom => other.LooksAt[atom.Facet.Index] || atom.Facet == lexicon.Tense || atom.Facet == lexicon.Omission || atom.Facet.Kind == FacetKind.Permission);
    }
}
