using System.Net;
using Lanyard.Testing.Faults;
using Lanyard.Web.Tests.Api;
using Shouldly;

namespace Lanyard.Web.Tests.Faults;

/// <summary>The disk under the running application is full, or fails: pages are read, forms come back filled in, and
/// writing goes on afterwards.</summary>
public sealed class NothingCanBeWrittenTests : IAsyncLifetime
{
    private const int Full = 13;
    private const int FaultOfSyncing = 1034;

    private readonly RunningServer _server = new(FaultyDisk.Mark);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        SQLitePCL.Batteries_V2.Init();
        FaultyDisk.Install();
        await _server.InitializeAsync();
    }

    [Theory]
    [InlineData(DiskCall.Write, Full, "the disk of the server is full")]
    [InlineData(DiskCall.Sync, FaultOfSyncing, "the server could not write")]
    public async Task AForm_ComesBackFilledIn_AndIsSavedOnceItCanBe(DiskCall calls, int code, string said)
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/people/new");
        lead.Fill("Full name", "Sian O'Neill");
        lead.Fill("Email address (optional)", "sian@demo.example");
        lead.Select("Role 1", "Teacher");
        lead.Select("Where, for role 1", "The whole organisation");
        FaultyDisk.Set(new(calls, code, 1, ForEver: true));
        await lead.PressAsync("Save");

        lead.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        lead.Problems.ShouldHaveSingleItem().ShouldContain(said);
        lead.Value("Full name").ShouldBe("Sian O'Neill");
        lead.Value("Email address (optional)").ShouldBe("sian@demo.example");
        FaultyDisk.Set(null);
        await lead.PressAsync("Save");

        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.Text.ShouldContain("Sian O'Neill");
    }

    [Fact]
    public async Task EveryPage_IsRead_AndNoFormIsAFault_WhileTheDiskIsFull()
    {
        var (wrong, refused) = (new List<string>(), 0);
        foreach (
            var person in new[] { await _server.SignInAsync("lead@demo.example"),
            await _server.SignInAsync("dsl@demo.example"), _server.Anybody() })
        {
            foreach (var address in await LinksAsync(person))
            {
                FaultyDisk.Set(new(DiskCall.Write, Full, 1, ForEver: true));
                await person.OpenAsync(address);
                Note(person, $"opening {address}");
                foreach (var button in Buttons(person))
                {
                    FaultyDisk.Set(null);
                    await person.OpenAsync(address);
                    if (!person.HasButton(button))
                    {
                        continue; // what it stood for was done while something could be written
                    }

                    FaultyDisk.Set(new(DiskCall.Write, Full, 1, ForEver: true));
                    await person.PressAsync(button);
                    refused += person.Status == HttpStatusCode.ServiceUnavailable ? 1 : 0;
                    Note(person, $"{button} on {address}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(5);

        void Note(Visitor person, string what)
        {
            if (person.Status == HttpStatusCode.InternalServerError)
            {
                wrong.Add(what);
            }
        }
    }

    [Fact]
    public async Task Programs_AreToldToTryAgain_AndReadyProvesAWrite()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        using var plain = new HttpClient { BaseAddress = new(_server.Address) };
        FaultyDisk.Set(new(DiskCall.Write, Full, 1, ForEver: true));
        const string kit =
            """{ "name": "Kit Moss", "email": "kit.moss@demo.example", "roles": [{ "role": "teacher" }] }""";

        var refused = await client.PostAsync("/people", kit);
        (refused.Status, refused.Code, refused.Header("Retry-After"))
            .ShouldBe((503, "not-written", "10"), refused.Text);
        (await client.GetAsync("/people")).Status.ShouldBe(200);
        using var notReady = await plain.GetAsync(new Uri("/ready", UriKind.Relative), Cancel);
        notReady.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await notReady.Content.ReadAsStringAsync(Cancel)).ShouldContain("is full");
        (await plain.GetStringAsync(new Uri("/health", UriKind.Relative), Cancel)).ShouldBe("healthy");

        FaultyDisk.Set(null);
        (await client.PostAsync("/people", kit)).Status.ShouldBe(201);
        await ReadyAsync(plain);
    }

    public async ValueTask DisposeAsync()
    {
        FaultyDisk.Set(null);
        await _server.DisposeAsync();
    }

    // Asked again until the proof that failed is over.
    private static async Task ReadyAsync(HttpClient plain)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var left = 100; left > 0; left--)
        {
            using var ready = await plain.GetAsync(new Uri("/ready", UriKind.Relative), Cancel);
            if (ready.IsSuccessStatusCode)
            {
                return;
            }

            await ticks.WaitForNextTickAsync(Cancel);
        }

        Assert.Fail("It did not become ready again.");
    }

    // The pages within two steps of the first; one of each form of address.
    private static async Task<IReadOnlyList<string>> LinksAsync(Visitor person)
    {
        var found = new List<string> { "/", "/public", "/sign-in" };
        for (var at = 0; at < found.Count && found.Count < 60; at++)
        {
            await person.OpenAsync(found[at]);
            // chosen by it
            var links = person.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!);
            found.AddRange(
                links.Where(link => !link.Contains("/help", StringComparison.Ordinal)
                && !link.Contains('#', StringComparison.Ordinal)).DistinctBy(Shape)
                .Where(link => !found.Exists(known => Shape(known) == Shape(link))));
        }

        return found;
    }

    private static string Shape(string address) =>
        System.Text.RegularExpressions.Regex.Replace(address, "[0-9a-f-]{32,36}|=.*", "*",
        System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IReadOnlyList<string> Buttons(Visitor person) =>
        [.. person.Page.QuerySelectorAll("main form button")
            .Select(button =>
                string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Distinct().Where(text => text != "Sign out")];
}
