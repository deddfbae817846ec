using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Lanyard.Benchmarks;

/// <summary>Fills a data folder: the demonstration trust first, then other trusts beside it, each with people, answers and a policy in force.</summary>
internal static class Filling
{
    private const int Batch = 1000;

    private static readonly ImmutableArray<RoleHeld> Roles = [new("teacher", School: null)];
    private static readonly Dictionary<string, long> Anything = [];

    public static async Task FillAsync(string folder, Size size)
    {
        await using var app = await LanyardServer.BuildAsync(new() { DataFolder = folder, Urls = "http://127.0.0.1:0", IsDemo = true }, CancellationToken.None);
        var book = app.Services.GetRequiredService<RecordBook>();
        var demo = (await book.Store.OrganisationsAsync(CancellationToken.None)).First(id => id != Installation.Partition);
        var start = Stopwatch.GetTimestamp();
        await FillAsync(book, demo, (await book.ListAsync<PolicyFile>(demo, CancellationToken.None))[0].Value.Id, size);
        for (var number = 1; number < size.Organisations; number++)
        {
            var (organisation, policy) = (new OrganisationId(Guid.CreateVersion7()), new PolicyId(Guid.CreateVersion7()));
            await book.WriteAsync(organisation, Author.Lanyard, [new OrganisationFounded(organisation, $"Trust {number}", OrganisationKind.Trust, Jurisdiction.England), .. InForce(policy)], Anything, CancellationToken.None);
            await FillAsync(book, organisation, policy, size);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size.Records:N0} records written in {seconds:F0} s, {size.Records / seconds:F0} a second"));
    }

    private static async Task FillAsync(RecordBook book, OrganisationId organisation, PolicyId policy, Size size)
    {
        var events = Enumerable.Range(0, size.People).Select(number => (Event)new PersonJoined(new(Guid.CreateVersion7()), Roles) { Content = new($"Person {number}", $"person{number}@{organisation}.example") })
            .Concat(Enumerable.Range(0, size.Answers).Select(_ => new DecisionGiven(Guid.CreateVersion7(), policy, "sha256:none", Asker: null, "{}", "prohibited", ["2.1"])));
        foreach (var some in events.Chunk(Batch))
        {
            await book.WriteAsync(organisation, Author.Lanyard, some, Anything, CancellationToken.None);
        }
    }

    private static IEnumerable<Event> InForce(PolicyId policy)
    {
        var text = ShippedPolicies.Find("model-policy") ?? throw new InvalidOperationException("The model policy is missing from this build.");
        var hash = PolicyShelf.Compile(text).Hash;
        yield return new TextKept(hash, text);
        yield return new DraftSaved(policy, hash, "Social networking", School: null);
        yield return new PolicyRatified(policy, hash, "governing body", "Full governing body, item 7", new(2026, 9, 1), Condition: null);
        yield return new PolicyPutInForce(policy, hash, new(2026, 9, 8));
    }
}
