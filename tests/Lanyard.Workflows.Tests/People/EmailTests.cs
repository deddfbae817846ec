using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Workflows.Tests.People;

/// <summary>Which texts are email addresses that a person can sign in with and letters can go to.</summary>
public sealed class EmailTests
{
    [Theory]
    [InlineData("tom@demo.example")]
    [InlineData("tom.o'brien+work@mail.school.sch.uk")]
    [InlineData(" tom_okafor-2@a-b.example ")]
    [InlineData("tom@school.xn--p1ai")]
    public void Address_IsTaken(string text) => DetailChecks.ProblemOfEmail(text).ShouldBeEmpty();

    [Theory]
    [InlineData("\"a b\"@demo.example", "quotation marks")]
    [InlineData("\"tom\"@demo.example", "quotation marks")]
    [InlineData("tom@[127.0.0.1]", "such as name@example.org")]
    [InlineData("tom@127.0.0.1", "such as name@example.org")]
    [InlineData("tom@localhost", "such as name@example.org")]
    [InlineData("tom@demo..example", "such as name@example.org")]
    [InlineData(".tom@demo.example", "such as name@example.org")]
    [InlineData("tom.@demo.example", "such as name@example.org")]
    [InlineData("to..m@demo.example", "such as name@example.org")]
    [InlineData("tom@-demo.example", "such as name@example.org")]
    [InlineData("tom@demo-.example", "such as name@example.org")]
    [InlineData("Tom Okafor <tom@demo.example>", "such as name@example.org")]
    [InlineData("tom@demo.example, ruth@demo.example", "such as name@example.org")]
    [InlineData("te\u0430cher@demo.example", "letters a to z")]
    [InlineData("teacher@dem\u043E.example", "letters a to z")]
    [InlineData("te\u0251cher@demo.example", "letters a to z")]
    [InlineData("\uFF54om@demo.example", "letters a to z")]
    [InlineData("tom\u200B@demo.example", "letters a to z")]
    [InlineData("tom@demo.example\r\nBcc: all@demo.example", "such as name@example.org")]
    public void LookAlikesAndOddForms_AreRefusedInWords(string text, string words)
    {
        DetailChecks.IsEmail(text).ShouldBeFalse();
        DetailChecks.ProblemOfEmail(text).ShouldContain(words);
    }

    [Fact]
    public void LongPartBeforeTheSign_IsRefused() => DetailChecks.IsEmail($"{new string('a', 65)}@demo.example").ShouldBeFalse();
}
