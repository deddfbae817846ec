using Lanyard.Records;
using Lanyard.Web.Features.People.ImportPeople;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Web.Tests.Features.People;

/// <summary>Imports beside the pages: others write meanwhile, and a restart loses nothing.</summary>
public sealed class ImportRunTests : IAsyncLifetime
{
    private const string Lead = "lead@demo.example";
    private const string Header = "id,name,email,roles,school,year group,upn\n";
    private const string Secondary = "Fellside Secondary School";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task AnImportThatWasBrokenOff_IsFinishedAtTheNextStart_AndAddsNobodyTwice()
    {
        var lead = await _server.SignInAsync(Lead);
        var who = await WhoAsync();
        await lead.ImportAsync(File("Ann Quarmby", "Bo Quarmby"));
        await lead.UploadAsync(File("Ann Quarmby", "Bo Quarmby", "Cy Quarmby", "Di Quarmby"));
        var name = lead.Address.ToString().Split('/')[^1];
        await ConfirmAsync(who, name); // and the server stops before anything more is done

        await lead.OpenAsync($"/people/import/{name}/outcome");
        lead.Text.ShouldContain("people.csv is being imported");
        await lead.OpenAsync("/people/import");
        lead.Text.ShouldContain("people.csv , under way");
        await RunAsync(who, name);
        await RunAsync(who, name);

        await lead.OpenAsync("/people?q=quarmby");
        lead.Text.ShouldContain("4 people");
        await lead.OpenAsync("/people/import");
        await lead.FollowAsync("people.csv");
        lead.Text.ShouldContain("What was imported from people.csv");
    }

    [Fact]
    public async Task SomebodyWhoWasChangedMeanwhile_StaysAsOthersMadeThem_AndIsToldOf()
    {
        var lead = await _server.SignInAsync(Lead);
        var who = await WhoAsync();
        await lead.ImportAsync(File("Ann Quarmby", "Bo Quarmby"));
        await lead.UploadAsync(File("Anna Quarmby", "Bo Quarmbyson", "Cy Quarmby"));
        var name = lead.Address.ToString().Split('/')[^1];
        await ConfirmAsync(who, name);
        await lead.OpenAsync("/people?q=ann");
        await lead.FollowAsync("Ann Quarmby");
        await lead.FollowAsync("Change");
        lead.Fill("Full name", "Anne Quarmby");
        await lead.PressAsync("Save");
        await RunAsync(who, name);

        await lead.OpenAsync($"/people/import/{name}/outcome");
        lead.Text.ShouldContain("1 added 1 changed");
        lead.Text.ShouldContain("Anne Quarmby was changed by somebody else while the file was imported");
        await lead.OpenAsync("/people?q=quarmby");
        lead.Text.ShouldContain("Anne Quarmby");
        lead.Text.ShouldContain("Bo Quarmbyson");
        lead.Text.ShouldContain("Cy Quarmby");
    }

    [Fact]
    public async Task AnAddressThatSomebodyWasGivenMeanwhile_StaysTheirs_AndIsAContactOfTheOther()
    {
        var lead = await _server.SignInAsync(Lead);
        var who = await WhoAsync();
        await lead.UploadAsync(Header + $"N1,Nell Quarmby,nell@x.example,teacher,{Secondary},,\n");
        var name = lead.Address.ToString().Split('/')[^1];
        await ConfirmAsync(who, name);
        await _server.Book.WriteAsync(
            who.At, new(who.Id),
            [new PersonJoined(new(Guid.CreateVersion7()), [new("staff", School: null)])
                { Content = new("Noel Quarmby", "nell@x.example") }],
            new Dictionary<string, long>(), Cancel);
        await RunAsync(who, name);

        var people = await _server.Book.ListAsync<Person>(
            who.At, Cancel, PersonRegister.EmailTerm("nell@x.example"));
        people.Count.ShouldBe(1);
        await lead.OpenAsync("/people?q=quarmby");
        lead.Text.ShouldContain("Nell Quarmby");
        lead.Text.ShouldContain("Noel Quarmby");
    }

    [Fact]
    public async Task ALongImport_TellsHowFarItIs_AndOthersWriteMeanwhile()
    {
        const int Many = 6_000;
        var lead = await _server.SignInAsync(Lead);
        await lead.UploadAsync(
            Header + string.Join(
            '\n', Enumerable.Range(1, Many).Select(number => $"K{number},Pupil Number{number},,student,{Secondary},7,")));
        lead.Text.ShouldContain("6000 to add");
        var import = lead.PressAsync("Import");

        var other = await _server.SignInAsync(Lead);
        await other.OpenAsync("/people/new");
        other.Fill("Full name", "Olive Grant");
        other.Select("Role 1", "Teacher");
        other.Select("Where, for role 1", "The whole organisation");
        await other.PressAsync("Save");
        other.Problems.ShouldBeEmpty();

        await import;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!lead.Text.Contains("What was imported"))
        {
            await timer.WaitForNextTickAsync(Cancel);
            lead.Text.ShouldContain("of 6,000 people are written.");
            await lead.OpenAsync(lead.Address.ToString());
        }

        lead.Text.ShouldContain("6000 added");
    }

    private static string File(params string[] names) =>
        Header + string.Join('\n', names.Select((name, at) => $"F{at},{name},,student,{Secondary},7,"));

    private async Task<Who> WhoAsync()
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(Cancel)).Single(id => id != Installation.Partition);
        var organisation = await _server.Book.FindAsync<Organisation>(trust, $"organisation/{trust}", Cancel);
        var lead = await _server.Book.ListAsync<Person>(trust, Cancel, PersonRegister.EmailTerm(Lead));
        return new(organisation!.Value, lead[0].Value, HasSecondFactor: true); // the demonstration has both
    }

    private async Task ConfirmAsync(Who who, string name)
    {
        var head = await _server.Book.Store.Read(who.At).HeadAsync(Cancel);
        var shown = new ImportOutcome(TimeProvider.System.GetUtcNow(), 1, 2, 0, 0, [], [], 0);
        await _server.Get<ImportShelf>().ChangeAsync(
            who, name, kept => kept with { Run = new(head.Sequence, HasSecondFactor: true, shown) }, Cancel);
    }

    private async Task RunAsync(Who who, string name)
    {
        await using var scope = _server.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(who.At, name, Cancel);
    }
}
