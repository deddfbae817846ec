using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Binding;

public sealed class AmbiguityTests
{
    [Fact]
    public void Sentence_WhenAPhraseStandsForTwoThings_IsRefusedWithBothReadings()
    {
        var vocabulary = Repository.Read("src", "Lanyard.Domain", "Vocabulary", "vocabulary.txt")
            .Replace("  personal device ", "  personal device = tablet ", StringComparison.Ordinal)
            .Replace("    blog = website\n", "    blog = website | tablet\n", StringComparison.Ordinal);
        var result = CompiledPolicy.Compile(new SourceText("policy.md", SamplePolicy.Text("Staff must not message a student on a tablet.")), Lexicon.Read(vocabulary));

        var found = result.Diagnostics.ShouldHaveSingleItem().ShouldBeOfType<AmbiguousSentence>();
        new[] { found.Reading, found.OtherReading }.Order(StringComparer.Ordinal).ShouldBe(["anyone messages a student on a blog", "anyone messages a student on a personal device"]);
    }

    [Theory]
    [InlineData("When staff encounter content that is offensive, they must report it to the headteacher and the police or the LADO.", "LAN0205")]
    [InlineData("When staff encounter content that is offensive, they must inform parents and governors or the police.", "LAN0205")]
    [InlineData("When staff encounter content that is offensive, they must inform a parent, the police.", "LAN0208")]
    [InlineData("Staff must use privacy settings or disclose their role.", "LAN0204")]
    [InlineData("Staff should use privacy settings, disclose their role or follow this policy.", "LAN0204")]
    [InlineData("Staff must not post content that is not offensive or threatening.", "LAN0204")]
    [InlineData("Staff must not post content that is not offensive and threatening.", "LAN0204")]
    [InlineData("Staff must not post content that is harassing, not offensive or threatening.", "LAN0204")]
    [InlineData("In this policy, \"house parent\" means staff.\nIn this policy, \"house parent\" means parent.", "LAN0204")]
    [InlineData("In this policy, \"student\" means former student.", "LAN0204")]
    [InlineData("In this policy, \"staff\" means student.", "LAN0204")]
    [InlineData("In this policy, \"pupil or parent\" means teacher.", "LAN0204")]
    [InlineData("Staff must not message a student, parent.", "LAN0208")]
    [InlineData("Staff, volunteers must not message a student.", "LAN0208")]
    [InlineData("Staff must not message, email a student.", "LAN0208")]
    [InlineData("Staff must not share a student's circumstances, complaints.", "LAN0208")]
    [InlineData("Staff must not post content that is offensive, harassing.", "LAN0208")]
    [InlineData("Staff must complete training in safeguarding, Prevent.", "LAN0208")]
    [InlineData("This policy covers blogs, forums.", "LAN0208")]
    [InlineData("Students are taught online safety in year 9 to year 3.", "LAN0202")]
    [InlineData("Students are taught online safety in year 99.", "LAN0202")]
    [InlineData("Staff must not publish an image of a student unless a parent has not consented in writing.", "LAN0305")]
    [InlineData("Staff must not publish an image of a student unless without written consent from a parent.", "LAN0305")]
    [InlineData("Staff must not message a student and parent.", "LAN0207")]
    [InlineData("Staff must not post content that is offensive, harassing and hurtful or mean.", "LAN0201")]
    [InlineData("Staff must not message a student unless the headteacher has approved it and a parent has consented in writing or it is by school email.", "LAN0205")]
    [InlineData("Staff must not message on TikTok a student.", "LAN0203")]
    public void Sentence_WithTwoMeaningsOrTheWrongOrder_IsRefusedOnce(string statement, string code) =>
        SamplePolicy.Compile(SamplePolicy.Text(statement)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("Staff must use privacy settings and disclose their role.")]
    [InlineData("Staff should use privacy settings, disclose their role and follow this policy.")]
    [InlineData("Staff must not message or email a student.")]
    [InlineData("Staff may message, email or call a student, parent or volunteer.")]
    [InlineData("Staff must not post content that is not offensive and is not threatening.")]
    [InlineData("Staff must not post content that is not offensive or is threatening.")]
    [InlineData("Staff must not post content that is offensive or not threatening.")]
    [InlineData("When staff encounter content that is offensive, they must report it to the headteacher, the police or the LADO.")]
    [InlineData("When staff encounter content that is offensive, they must report it to the headteacher, the police and the LADO immediately.")]
    [InlineData("In this policy, \"pupil\" means student.")]
    [InlineData("In this policy, \"house parent\" means staff.\nIn this policy, \"house parent\" means staff.")]
    [InlineData("Students are taught online safety in year 7 to year 13.")]
    public void Sentence_WithOneMeaning_IsRead(string statement) =>
        SamplePolicy.Compile(SamplePolicy.Text(statement)).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Must_OfSeveralActs_AsksForEachOfThem()
    {
        var policy = SamplePolicy.Of("Staff must use privacy settings and disclose their role.");

        SamplePolicy.Decide(policy, "A teacher did not use privacy settings.").Verdict.ShouldBe(Verdict.Prohibited);
        SamplePolicy.Decide(policy, "A teacher did not disclose their role.").Verdict.ShouldBe(Verdict.Prohibited);
    }

    [Theory]
    [InlineData("Staff must not adds a student.", "expected")]
    [InlineData("Staff must not mesage a student.", "did you mean `message`?")]
    [InlineData("Staff must not message a student unles the headteacher has approved it.", "did you mean `unless`?")]
    public void UnknownWord_IsTakenForAKeywordOnlyWhereItIsALongOneWithOneSlip(string statement, string help) =>
        SamplePolicy.Compile(SamplePolicy.Text(statement)).Diagnostics.ShouldHaveSingleItem().Help.ShouldStartWith(help);

    [Fact]
    public void Terms_ThatSwapWordsOfTheVocabulary_AreRefused() =>
        SamplePolicy.Compile(SamplePolicy.Text("Staff must not message a student.").Replace("version: 1", "version: 1\nterms: { student: parent, parent: student }", StringComparison.Ordinal))
            .Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["LAN0204", "LAN0204"]);
}
