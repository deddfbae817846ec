using System.Collections.Immutable;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Analysis;

/// <summary>The search against the diagrams, which find the same in another way.</summary>
public sealed class SituationSearchTests
{
    [Theory]
    [InlineData("beam-trust.md")]
    [InlineData("model-policy.md")]
    public void Find_OutsideSomeRules_AgreesWithTheDiagrams(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var unknown = Situation.Unknown(policy.Lexicon);
        var search = new SituationSearch(policy.Lexicon);
        var random = new Random(29);
        var (found, missed) = (0, 0);
        for (var count = 0; count < 300; count++)
        {
            var rule = policy.Rules[random.Next(policy.Rules.Length)];
            var avoided = policy.Rules.Where(other => other.Statement != rule.Statement && random.Next(3) > 0).ToImmutableArray();
            var within = rule.Atoms.Aggregate(unknown, (known, atom) => known.With(atom.Facet, atom.Values));
            var diagram = new Diagram(policy.Lexicon, within.Values);
            var outside = diagram.Range(diagram.WherePossible(diagram.Largest(avoided.Select(other => diagram.Case(other.Atoms))))).Contains(0);

            var situation = search.Find(within, avoided);

            (situation is not null).ShouldBe(outside, policy.Statements[rule.Statement].Text);
            found += situation is null ? 0 : 1;
            missed += situation is null ? 1 : 0;
            situation?.Inferred().Contradictions.ShouldBeEmpty();
            (situation is null || !avoided.Any(other => other.Atoms.All(atom => (situation[atom.Facet] & ~atom.Values) == 0))).ShouldBeTrue();
        }

        (found > 0 && missed > 0).ShouldBeTrue();
    }
}
