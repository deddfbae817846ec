using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Binding;

/// <summary>What schools write for what the language says: both compile to the same.</summary>
public sealed class NormalFormsTests
{
    [Theory]
    [InlineData("Staff are not allowed to message a pupil.", "Staff must not message a student.")]
    [InlineData("All staff shall not message any pupil.", "Staff must not message a student.")]
    [InlineData("Staff may not message a current learner.", "Staff must not message a student.")]
    [InlineData("Staff will not message an ex-pupil.", "Staff must not message a former student.")]
    [InlineData("Staff must never post anything offensive.", "Staff must not post content that is offensive.")]
    [InlineData("Staff should never follow a pupil.", "Staff should not follow a student.")]
    [InlineData("Staff are advised not to follow a former pupil.", "Staff should not follow a former student.")]
    [InlineData("Staff are encouraged to use privacy settings.", "Staff should use privacy settings.")]
    [InlineData("Staff are required to use privacy settings.", "Staff must use privacy settings.")]
    [InlineData("Staff must not message a pupil on their personal account.",
        "Staff must not message a student on a personal account.")]
    [InlineData("Staff must not message a pupil on their own personal device.",
        "Staff must not message a student on a personal device.")]
    [InlineData("Staff must not post offensive content.", "Staff must not post content that is offensive.")]
    [InlineData("Staff must not post offensive, hateful or threatening content about a pupil.",
        "Staff must not post content that is offensive, hateful or threatening about a student.")]
    [InlineData("Staff must not post content which names a pupil.",
        "Staff must not post content that names a student.")]
    [InlineData("Staff must not post an image of a child.", "Staff must not post an image of a student.")]
    [InlineData("Staff must not post content that brings the school into disrepute.",
        "Staff must not post content that brings the organisation into disrepute.")]
    [InlineData("Staff must not post a photo of a pupil unless a carer has consented in writing.",
        "Staff must not post an image of a student unless a parent has consented in writing.")]
    [InlineData("Staff must not accept a friend request from a pupil.",
        "Staff must not accept a connection request from a student.")]
    [InlineData("Staff must not be friends with a pupil.", "Staff must not connect with a student.")]
    [InlineData("If staff receive a message from a pupil, they must tell the headteacher.",
        "When staff receive a message from a student, they must inform the headteacher.")]
    [InlineData("When staff have a concern, they must report to the designated safeguarding lead.",
        "When staff have a concern, they must report it to the designated safeguarding lead.")]
    [InlineData("Staff must complete training in safeguarding annually.",
        "Staff must complete training in safeguarding every 1 year.")]
    [InlineData("Staff must complete training in safeguarding every two years.",
        "Staff must complete training in safeguarding every 2 years.")]
    [InlineData("This policy is reviewed every year.", "This policy is reviewed every 1 year.")]
    public void Sentence_AsSchoolsWriteIt_SaysWhatTheLanguageSays(string said, string meant) =>
        Compiled(said).ShouldBe(Compiled(meant));

    [Fact]
    public void Duty_ThatSomebodyShouldDo_IsNoMust()
    {
        var duties = SamplePolicy.Of(
            "When staff receive abuse on an official account, they should report it to the line manager.",
            "When staff have a concern, they must report it to the line manager.").Statements.OfType<Duty>();

        duties.Select(duty => duty.IsAdvised).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("Staff must not give content to a pupil.", "write `disclose`")]
    [InlineData("Staff must not talk with a pupil.", "write `converse with`")]
    [InlineData("Staff must not message a pupl.", "did you mean `pupil`?")]
    public void UnknownWord_ComesWithTheWordThatSaysIt(string said, string help) =>
        SamplePolicy.Compile(SamplePolicy.Text(said)).Diagnostics.ShouldHaveSingleItem().Help.ShouldBe(help);

    [Theory]
    [InlineData("Staff must not take an image of a pupil.")]
    [InlineData("Staff must not post content unless the student is a relative.")]
    public void Word_ThatIsMeant_IsNotTakenForASlip(string said) =>
        SamplePolicy.Compile(SamplePolicy.Text(said)).Diagnostics.ShouldHaveSingleItem().Help
            .ShouldNotContain("did you mean");

    [Fact]
    public void Condition_ThatTheLanguageCanSay_IsNotLeftToAPerson() =>
        SamplePolicy.Compile(
            SamplePolicy.Text("Staff must not message a parent unless \"the headteacher has approved it\"."))
            .Diagnostics.ShouldHaveSingleItem().ShouldBeOfType<ConditionInWords>();

    // What it says, in the words of the language.
    private static string Compiled(string statement)
    {
        var policy = SamplePolicy.Of(statement);
        var rules = policy.Rules.Select(rule =>
            $"{rule.Verdict} {rule.Role} {string.Join(' ', rule.Atoms.Select(atom => $"{atom.Facet.Id}={atom.Values}"))}");
        var said = policy.Statements.ShouldHaveSingleItem() switch
        {
            Duty duty => policy.Phrasing.Duty(duty),
            Programme programme => $"{programme.Every}",
            Reviewed reviewed => $"{reviewed.Every}",
            _ => "",
        };
        return $"{said}\n{string.Join('\n', rules)}";
    }
}
