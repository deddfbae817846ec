using Lanyard.Policy.Publishing;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Policy.Tests.Publishing;

public sealed class PolicyPageTests
{
    [Theory]
    [InlineData("[j](JaVaScRiPt:alert(1))")]
    [InlineData("<javascript:alert(10)>")]
    [InlineData("[v](vbscript:x)")]
    [InlineData("[d](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[e](&#106;avascript:alert(1))")]
    [InlineData("[t](java&Tab;script:alert(1))")]
    [InlineData("[s](<  javascript:alert(1)>)")]
    [InlineData("![i](javascript:alert(1))")]
    [InlineData("[r][ref]\n\n[ref]: javascript:alert(1)")]
    [InlineData("[f](file:///etc/passwd)")]
    [InlineData("| [c](vbscript:x) |\n|---|\n| b |")]
    public void Page_WithALinkThatRuns_KeepsItsTextOnly(string prose)
    {
        var page = Render(prose);

        page.ShouldNotContain("href=\"j", Case.Insensitive);
        page.ShouldNotContain("src=");
        Links(page).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[h](https://example.org/a:b)", "https://example.org/a:b")]
    [InlineData("[h](http://example.org)", "http://example.org")]
    [InlineData("[m](mailto:head@example.org)", "mailto:head@example.org")]
    [InlineData("<head@example.org>", "mailto:head@example.org")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("[r](other.html?at=1:2#x)", "other.html?at=1:2#x")]
    [InlineData("[a](#clause-1)", "#clause-1")]
    public void Page_WithASafeLink_KeepsIt(string prose, string address) => Links(Render(prose)).ShouldBe([address]);

    [Theory]
    [InlineData("![a map](https://example.org/map.png)", "<a href=\"https://example.org/map.png\">a map</a>")]
    [InlineData("![](https://example.org/map.png)", "<a href=\"https://example.org/map.png\">Picture</a>")]
    [InlineData("![a map](//example.org/map.png)", "<a href=\"//example.org/map.png\">a map</a>")]
    [InlineData("[![a map](https://example.org/map.png)](https://example.org)", "<a "
        + "href=\"https://example.org\">a map</a>")]
    [InlineData("![**a** map](map.png)", "<a href=\"map.png\"><strong>a</strong> map</a>")]
    [InlineData("| ![a map](https://example.org/map.png) |\n|---|\n| b |", "<a "
        + "href=\"https://example.org/map.png\">a map</a>")]
    public void Page_WithAPicture_ShowsALinkToIt_AndLoadsNothing(string prose, string link)
    {
        var page = Render(prose);

        page.ShouldContain(link);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldNotContain("src=", Case.Insensitive);
    }

    [Fact]
    public void Page_WithALinkDefinedElsewhere_ShowsNothingOfTheFrontMatter() =>
        Render("See [the law][ref].\n\n[ref]: https://example.org/law-of-the-land\n").ShouldNotContain("policy: ");

    private static string Render(string prose)
    {
        var result = SamplePolicy.Compile(SamplePolicy.Text("Staff must not message a student.").Replace("## 1 Conduct", $"## 1 Conduct\n\n{prose}", StringComparison.Ordinal));
        return PolicyPage.Render(result.Policy ?? throw new InvalidOperationException("The sample does not compile."));
    }

    // The addresses of the page, but for those that every page has.
    private static List<string> Links(string page) =>
        [.. page.Split("<a href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Skip(1)];
}
