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
    [InlineData("Staff must not message a student and parent.", "LAN0207")]
    [InlineData("Staff must not post content that is offensive, harassing and hurtful or mean.", "LAN0201")]
    [InlineData("Staff must not message a student unless the headteacher has approved it and a parent has consented in writing or it is by school email.", "LAN0205")]
    [InlineData("Staff must not message on TikTok a student.", "LAN0203")]
    public void Sentence_WithTwoMeaningsOrTheWrongOrder_IsRefusedOnce(string statement, string code) =>
        SamplePolicy.Compile(SamplePolicy.Text(statement)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
}
