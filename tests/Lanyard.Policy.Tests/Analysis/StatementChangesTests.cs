using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Analysis;

/// <summary>What changes from one text to another, statement by statement, in sentences that somebody reads.</summary>
public sealed class StatementChangesTests
{
    private const string Contact = "Adults must not contact a student unless through an approved system.";
    private const string Image = "unless a parent has consented in writing and the headteacher has approved it";

    [Theory]
    [InlineData(Contact, "Adults should not contact a student unless through an approved system.", "reworded", "was prohibited, now advised against or still prohibited")]
    [InlineData("Students must not communicate content that brings", "Students and parents must not communicate content that brings", "reworded", "already prohibited, now prohibited")]
    [InlineData(Image, "unless a parent has consented in writing", "reworded", "without approval by the headteacher: was prohibited, now permitted")]
    [InlineData("Adults must not connect with a student.", "", "removed", "the workforce connect with a student: was prohibited, now not covered or still prohibited")]
    [InlineData(Contact, Contact + "\nParents must not post content on a blog.", "added", "a parent posts content on a blog: was")]
    public void SmallChange_OfTheModelPolicy_IsOneStatement_AndAHandfulOfShortSentences(string old, string @new, string kind, string effect)
    {
        var changes = DifferenceAnalysis.ByStatement(SamplePolicy.Shipped("model-policy.md"), Changed(old, @new));

        var change = changes.Statements.ShouldHaveSingleItem();
        change.Kind.ShouldBe(kind);
        changes.Others.ShouldBeEmpty();
        change.Effects.Length.ShouldBeInRange(1, PolicyChanges.MostEffects);
        change.Effects.ShouldAllBe(each => each.Text.Length < 250);
        change.Effects.ShouldContain(each => each.Text.Contains(effect, StringComparison.Ordinal));
    }

    [Fact]
    public void StatementThatOthersImply_ChangesNoAnswer()
    {
        var changes = DifferenceAnalysis.ByStatement(SamplePolicy.Shipped("model-policy.md"), Changed(Contact, Contact + "\nAdults must not follow a student on a personal account."));

        changes.Statements.ShouldHaveSingleItem().Effects.ShouldBeEmpty();
        changes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Deadline_ThatIsLonger_IsToldOnce()
    {
        var change = DifferenceAnalysis.ByStatement(SamplePolicy.Shipped("model-policy.md"), Changed("within 1 school day.", "within 2 school days.")).Statements.ShouldHaveSingleItem();

        change.Effects.Select(effect => effect.Text[(effect.Text.IndexOf(':', StringComparison.Ordinal) + 2)..]).ShouldBe(
            ["no longer report it to the headteacher or the designated safeguarding lead within 1 school day", "now report it to the headteacher or the designated safeguarding lead within 2 school days"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("bctg.md", "beam-trust.md")]
    [InlineData("local-governors-school.md", "model-policy.md")]
    [InlineData("beam-trust.md", "sandbank-and-valley.md")]
    public void EverySituation_WhoseAnswerDiffers_IsInTheCaseOfSomeSentence(string old, string @new)
    {
        var (before, after) = DifferenceAnalysis.InOneVocabulary(SamplePolicy.Shipped(old), SamplePolicy.Shipped(@new));
        var changes = DifferenceAnalysis.ByStatement(before, after);
        var cases = changes.Statements.SelectMany(change => change.Effects).Concat(changes.Others).Select(effect => effect.Atoms).ToList();
        var (was, now) = (new PlainEvaluator(before), new PlainEvaluator(after));
        var random = new RandomSituations(before.Lexicon, 31);
        var different = 0;
        for (var count = 0; count < 4_000; count++)
        {
            var situation = random.Consistent();
            if (situation.Inferred().Contradictions.IsEmpty && was.Verdict(situation) != now.Verdict(situation))
            {
                different++;
                var values = situation.Inferred();
                cases.ShouldContain(atoms => atoms.All(atom => (values[atom.Facet] & ~atom.Values) == 0), before.Phrasing.Sentence(situation));
            }
        }

        different.ShouldBeGreaterThan(0);
    }

    private static CompiledPolicy Changed(string old, string @new)
    {
        var text = Repository.Read("policies", "model-policy.md");
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return CompiledPolicy.Compile("changed.md", text[..at] + @new + text[(at + old.Length)..]).Policy!; // every text of these tests compiles
    }
}
