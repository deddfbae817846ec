using Lanyard.Domain.Vocabulary;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>What would change an answer is something that a person could sensibly do.</summary>
public sealed class ChangesTests
{
    public static TheoryData<string> Policies => [.. Repository.Policies];

    [Theory]
    [InlineData("Staff must not publish content that is not offensive.", "A teacher posts content that is not offensive.")]
    [InlineData("Staff must not message a student on TikTok.", "A teacher messages a student on TikTok.")]
    [InlineData("Students must not register on a platform below its minimum age.", "A student registers on a platform on TikTok below its minimum age.")]
    public void Changes_ThatNobodyShouldMake_AreNotOffered(string statement, string told) =>
        SamplePolicy.Decide(SamplePolicy.Of(statement), told).Changes.ShouldBeEmpty();

    [Theory]
    [InlineData("Staff must not message a student unless through an approved system.", "A teacher messages a student on a personal account.", "approved system")]
    [InlineData("Staff must not message a student unless on TikTok.", "A teacher messages a student on WhatsApp.", "on TikTok")]
    [InlineData("Staff must not message a student unless their role requires it.", "A teacher messages a student on WhatsApp, their role does not require it.", "their role requires it")]
    [InlineData("Staff must not message a student unless the headteacher has approved it.", "A teacher messaged a student.", "the headteacher had approved it")]
    [InlineData("Staff must not message a student on a personal device.", "A teacher messages a student on a personal device.", "organisation device")]
    [InlineData("Staff must not post content that names a student.", "A teacher posts content that names a student and identifies a student.", "does not name a student")]
    public void Changes_ThatAPersonCanMake_AreOffered(string statement, string told, string change)
    {
        var policy = SamplePolicy.Of(statement);
        var role = policy.Lexicon.Facet("role-requires-it");
        var situation = told.Contains(", their role", StringComparison.Ordinal)
            ? SamplePolicy.Told(policy, told[..told.IndexOf(',', StringComparison.Ordinal)] + ".").With(role, Facet.No)
            : SamplePolicy.Told(policy, told);

        new Decider(policy).Decide(situation).Changes.ShouldContain(offered => offered.Text.Contains(change, StringComparison.Ordinal), change);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Changes_OfRandomSituations_NeverMakeTheContentWorseOrMoveToAnotherPlatform(string name)
    {
        var policy = SamplePolicy.Shipped(name);
        var decider = new Decider(policy);
        var random = new RandomSituations(policy.Lexicon, 41);
        for (var count = 0; count < 300; count++)
        {
            var rule = policy.Rules[count * 13 % policy.Rules.Length];
            var situation = rule.Atoms.Aggregate(random.Consistent(), (moved, atom) => (moved[atom.Facet] & atom.Values) != 0 ? moved : moved.With(atom.Facet, atom.Values & (~atom.Values + 1)));
            if (situation.Inferred().Contradictions.IsEmpty)
            {
                decider.Decide(situation).Changes.SelectMany(change => change.Differences).ShouldAllBe(difference =>
                    difference.Facet.Kind == FacetKind.Permission ? difference.Values == Facet.Yes
                    : difference.Facet.Section != "content" || difference.Values == Facet.No);
            }
        }
    }
}
