using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Lanyard.Benchmarks;

/// <summary>Times the pages of a small installation against those of a large one, in one run.</summary>
internal static class Pages
{
    private const int Batch = 1000;
    private const int Rounds = 150;

    private static readonly string[] Addresses = ["/", "/policies", "/people", "/ask", "/evidence", "/notices", "/account"];
    private static readonly Dictionary<string, long> Anything = [];

    public static async Task RunAsync(int organisations, int peopleEach, int decisionsEach)
    {
        var small = await MeasureAsync(1, 100, 880);
        var large = await MeasureAsync(organisations, peopleEach, decisionsEach);
        Console.WriteLine($"page\tp99 with 1,000 records, ms\tp99 with {organisations * (peopleEach + decisionsEach):N0}, ms\tratio");
        foreach (var address in Addresses)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address}\t{small[address]:F1}\t{large[address]:F1}\t{large[address] / small[address]:F2}"));
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(int organisations, int peopleEach, int decisionsEach)
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-bench-").FullName;
        await using var app = await LanyardServer.BuildAsync(new() { DataFolder = folder, Urls = "http://127.0.0.1:0", IsDemo = true }, CancellationToken.None);
        var book = app.Services.GetRequiredService<RecordBook>();
        var demo = (await book.Store.OrganisationsAsync(CancellationToken.None)).First(id => id != Installation.Partition);
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < organisations; number++)
        {
            await FillAsync(book, number == 0 ? demo : new OrganisationId(Guid.CreateVersion7()), number == 0, peopleEach, decisionsEach);
        }

        var written = organisations * (peopleEach + decisionsEach);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written} records written in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s, {written / Stopwatch.GetElapsedTime(start).TotalSeconds:F0} a second"));
        await app.StartAsync();
        var times = await TimesAsync(app.Urls.First());
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return times;
    }

    private static async Task FillAsync(RecordBook book, OrganisationId organisation, bool isThere, int people, int decisions)
    {
        if (!isThere)
        {
            await book.WriteAsync(organisation, Author.Lanyard, [new OrganisationFounded(organisation, "Another trust", OrganisationKind.Trust, Jurisdiction.England)], Anything, CancellationToken.None);
        }

        var policy = (await book.ListAsync<PolicyFile>(organisation, CancellationToken.None)) is [var file, ..] ? file.Value.Id : new(Guid.CreateVersion7());
        ImmutableArray<RoleHeld> roles = [new("teacher", School: null)];
        var events = Enumerable.Range(0, people).Select(number => (Event)new PersonJoined(new(Guid.CreateVersion7()), roles) { Content = new($"Person {number}", $"person{number}@{organisation}.example") })
            .Concat(Enumerable.Range(0, decisions).Select(_ => new DecisionGiven(Guid.CreateVersion7(), policy, "sha256:none", Asker: null, "{}", "prohibited", ["2.1"])));
        foreach (var some in events.Chunk(Batch))
        {
            await book.WriteAsync(organisation, Author.Lanyard, some, Anything, CancellationToken.None);
        }
    }

    private static async Task<Dictionary<string, double>> TimesAsync(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) };
        var token = Regex.Match(await client.GetStringAsync("/sign-in"), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("Email", "lead@demo.example"), new("Password", DemonstrationTrust.Password), new("__RequestVerificationToken", token)]);
        (await client.PostAsync("/sign-in", form)).EnsureSuccessStatusCode();
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var page in Addresses)
        {
            var all = new List<double>();
            for (var round = 0; round < Rounds + 30; round++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(page);
                await response.Content.ReadAsByteArrayAsync();
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{page} answered {response.StatusCode}.");
                }

                if (round >= 30)
                {
                    all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times[page] = all.Order().ElementAt((int)(all.Count * 0.99) - 1);
        }

        return times;
    }
}
