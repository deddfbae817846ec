using Lanyard.Web.Demonstration;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Home;

public sealed class HomePageTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("teacher@demo.example", "may I follow back a girl who left year 11 in July?")]
    [InlineData("pupil@demo.example", "may I post a photo of my class on TikTok?")]
    [InlineData("parent@demo.example", "may I post a photo of the school play on Facebook?")]
    [InlineData("governor@demo.example", "may I comment on Facebook about the school?")]
    [InlineData("volunteer@demo.example", "may I message a pupil on WhatsApp?")]
    public async Task Example_FitsTheRole_AndIsUnderstood(string email, string question)
    {
        var visitor = await _server.SignInAsync(email);
        visitor.Text.ShouldContain($"For example: {question}");
        visitor.Fill("Ask the policy in your own words", question);
        await visitor.PressAsync("Ask");

        visitor.Text.ShouldNotContain("did not understand");
    }

    [Fact]
    public async Task Help_IsOnThePupilsHomePage_AndOnNobodyElses()
    {
        foreach (var person in DemonstrationTrust.SignIns)
        {
            var visitor = await _server.SignInAsync(person.Email);
            visitor.Text.Contains("Childline", StringComparison.Ordinal).ShouldBe(person.Role == "student", person.Email);
        }
    }
}
