using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.People;
using Shouldly;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>Follows the links through the application and looks whether each component is built as in GOV.UK Frontend's fixtures.</summary>
public sealed partial class ComponentFixtureTests : IAsyncLifetime
{
    private const int MostPages = 150;

    private readonly RunningServer _server = new();
    private readonly ComponentShapes _shapes = new();
    private readonly SortedSet<string> _strange = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task EveryPage_BuildsItsComponents_AsTheFixturesDo()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await FollowAllAsync(lead);
        await lead.OpenAsync("/ask");
        lead.Fill("What do you want to know?", "May a teacher message a pupil with a flimber?");
        await lead.PressAsync("Ask");
        Look(lead);
        await lead.PressAsync("Answer with what is known");
        Look(lead);
        await lead.OpenAsync("/organisation");
        await lead.PressAsync("Save the dates");
        Look(lead);
        await JoinAsync(60);
        await lead.OpenAsync("/people");
        Look(lead);
        await lead.FollowAsync("Next page");
        Look(lead);
        var nobody = _server.Anybody();
        await nobody.OpenAsync("/sign-in");
        await nobody.PressAsync("Sign in");
        Look(nobody);

        _strange.ShouldBeEmpty();
        new[] { "back-link", "button", "details", "error-summary", "inset-text", "notification-banner", "pagination", "service-navigation", "skip-link", "summary-list", "table", "tag", "warning-text" }
            .Except(_seen.Select(name => name["govuk-".Length..])).ShouldBeEmpty();
    }

    private async Task FollowAllAsync(Visitor visitor)
    {
        var open = new Queue<string>(["/", "/people?show=everybody"]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var address) && known.Count < MostPages)
        {
            // One object of a kind is enough.
            if (!known.Add(Object().Replace(address, "…")))
            {
                continue;
            }

            await visitor.OpenAsync(address);
            if (visitor.Status == HttpStatusCode.OK && visitor.Page.QuerySelector("main") is not null)
            {
                Look(visitor);
                visitor.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? "").Where(link => link.StartsWith('/')).ToList().ForEach(open.Enqueue);
            }
        }
    }

    // So many people that their list has pages.
    private async Task JoinAsync(int people)
    {
        var trust = (await _server.Book.Store.OrganisationsAsync(TestContext.Current.CancellationToken)).Single(id => id != Installation.Partition);
        var joined = Enumerable.Range(1, people).Select(at => new PersonJoined(new(Guid.CreateVersion7()), [new RoleHeld("volunteer", School: null)]) { Content = new($"Volunteer {at}", $"volunteer{at}@demo.example") });
        await _server.Book.WriteAsync(trust, Author.Lanyard, [.. joined], new Dictionary<string, long>(), TestContext.Current.CancellationToken);
    }

    private void Look(Visitor visitor)
    {
        _strange.UnionWith(_shapes.Strange(visitor.Page).Select(strange => $"{strange} on {Object().Replace(visitor.Address.ToString(), "…")}"));
        _seen.UnionWith(ComponentShapes.On(visitor.Page));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|LAN[0-9]+|[?#].*", RegexOptions.None, 1000)]
    private static partial Regex Object();
}
