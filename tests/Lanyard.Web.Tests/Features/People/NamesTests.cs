using System.IO.Compression;
using System.Text;
using Lanyard.Accounts;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Wherever a name is entered, one that turns the text around it the other way is refused.</summary>
public sealed class NamesTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Turned = "Jo \u202Eretrac";
    private const string Problem = "The name holds a character that cannot be seen (U+202E). Type the name instead of copying it";

    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Form_RefusesIt()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/people/new");
        lead.Fill("Full name", Turned);
        lead.Select("Role 1", "Teacher");
        lead.Select("Where, for role 1", "The whole organisation");
        await lead.PressAsync("Save");

        lead.Problems.ShouldBe([Problem]);
    }

    [Fact]
    public async Task School_RefusesIt()
    {
        var lead = await _server.SignInAsync(Lead);
        await lead.OpenAsync("/organisation");
        lead.Fill("Add a school", Turned);
        await lead.PressAsync("Add the school");

        lead.Problems.ShouldBe([Problem]);
    }

    [Fact]
    public async Task CsvFile_RefusesIt_AndKeepsAJoinerThatASpellingNeeds()
    {
        var lead = await _server.SignInAsync(Lead);
        await UploadAsync(lead, "people.csv", Encoding.UTF8.GetBytes($"id,name,roles\r\nS1,{Turned},teacher @ whole organisation\r\nS2,شاه\u200Cرخ,teacher @ whole organisation\r\n"));

        lead.Text.ShouldContain("1 to add");
        lead.Text.ShouldContain("1 line with errors");
        lead.Text.ShouldContain($"2 {Problem} Write the full name, such as Jo Carter.");
    }

    [Fact]
    public async Task OneRosterBundle_RefusesIt()
    {
        var lead = await _server.SignInAsync(Lead);
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            await AddAsync(zip, "orgs.csv", "sourcedId,name,type\r\no1,Harbour Street Primary School,school\r\n");
            await AddAsync(zip, "users.csv", $"sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName\r\nu1,true,o1,teacher,jo,{Turned},Carter\r\n");
        }

        await UploadAsync(lead, "oneroster.zip", bytes.ToArray());

        lead.Text.ShouldContain(Problem);
        lead.HasButton("Import").ShouldBeFalse();
    }

    [Fact]
    public async Task Token_RefusesIt()
    {
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await teacher.OpenAsync("/account/tokens");
        teacher.Fill("Name", Turned);
        teacher.Tick("policies:read");
        teacher.Tick("30 days");
        await teacher.PressAsync("Make token");

        teacher.Problems.ShouldBe([Problem]);
    }

    [Fact]
    public async Task FirstRun_RefusesIt()
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-names-");
        await using (var app = await LanyardServer.BuildAsync(new() { DataFolder = folder.FullName, Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var first = new Visitor(app.Urls.First());
            await first.OpenAsync($"/first/{await FirstLink.MakeAsync(app.Services, TestContext.Current.CancellationToken)}");
            first.Page.QuerySelector("[name=Organisation]")!.SetAttribute("value", Turned); // the page asks for both
            first.Page.QuerySelector("[name=FullName]")!.SetAttribute("value", "Jo\u2066Carter");
            await first.PressAsync("Set Lanyard up");

            first.Problems.ShouldContain(Problem);
            first.Problems.ShouldContain(Problem.Replace("202E", "2066", StringComparison.Ordinal));
        }

        folder.Delete(recursive: true);
    }

    private static async Task UploadAsync(Visitor visitor, string name, byte[] content)
    {
        await visitor.OpenAsync("/people/import");
        visitor.Choose("Your file", name, content);
        await visitor.PressAsync("Show what it would change");
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text)
    {
        await using var file = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }
}
