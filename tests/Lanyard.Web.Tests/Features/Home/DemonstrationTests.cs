using Lanyard.Web.Demonstration;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Home;

public sealed class DemonstrationTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task OnePress_SignsInAsAnybodyOfTheDemonstration_WhereTheyWantedToGo()
    {
        foreach (var person in DemonstrationTrust.SignIns)
        {
            var visitor = _server.Anybody();
            await visitor.OpenAsync("/answers");
            await visitor.PressAsync($"{person.Name}, {person.What}");

            visitor.Address.ToString().ShouldBe("/answers");
            await visitor.OpenAsync("/");
            visitor.Text.ShouldContain($"Hello, {person.Name}");
        }
    }

    [Fact]
    public async Task AServerOfItsOwn_OffersNobody()
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-own-");
        await using (var app = await LanyardServer.BuildAsync(
            new() { DataFolder = folder.FullName, Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var visitor = new Visitor(app.Urls.First());
            await visitor.OpenAsync("/sign-in");

            visitor.Page.QuerySelectorAll("button[name=Email]").ShouldBeEmpty();
            visitor.Page.Source.Text.ShouldNotContain(DemonstrationTrust.Password);
        }

        folder.Delete(recursive: true);
    }
}
