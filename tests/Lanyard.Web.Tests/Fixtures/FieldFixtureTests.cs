using Shouldly;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>Our fields make what GOV.UK Frontend makes of the same options, wherever they do what a fixture asks for.</summary>
public sealed class FieldFixtureTests
{
    private static readonly string[] Fields = ["input", "textarea", "select", "radios", "checkboxes", "date-input", "file-upload"];

    public static TheoryData<string, string> Supported =>
        new(Fields.SelectMany(Fixture.Of).Where(fixture => FixtureField.For(fixture) is not null).Select(fixture => (fixture.Component, fixture.Name)));

    [Theory]
    [MemberData(nameof(Supported))]
    public void Field_OfTheOptionsOfAFixture_IsTheFixture(string component, string name)
    {
        var fixture = Fixture.Of(component).Single(each => each.Name == name);
        var field = FixtureField.For(fixture)!; // only such are tried

        NormalHtml.Of(field.Html(), field.Name).ShouldBe(NormalHtml.Of(fixture.Html, field.Name, field.Ids));
    }

    [Theory]
    [InlineData("input", "with hint text", "with error and hint", "with label as page heading", "with width-10 class", "value", "inputmode", "with autocomplete attribute")]
    [InlineData("textarea", "default", "with hint and error message", "with default value", "with custom rows", "with label as page heading")]
    [InlineData("select", "with hint text and error message", "with label as page heading", "with selected value")]
    [InlineData("radios", "with hint", "with hints on items", "with hint and error message")]
    [InlineData("checkboxes", "with hint", "with legend as a page heading", "with hints on items", "with error message", "small with hint", "with error message and hint")]
    [InlineData("date-input", "default", "with values", "with error message and hint")]
    [InlineData("file-upload", "default", "with hint text", "with error message and hint", "with label as page heading")]
    public void Fixtures_OfWhatOurFieldsDo_AreTried(string component, params string[] names) =>
        names.Except(Fixture.Of(component).Where(fixture => FixtureField.For(fixture) is not null).Select(fixture => fixture.Name)).ShouldBeEmpty();
}
