using System.Net;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Keeping;
using Lanyard.Web.Tests.Api;
using Lanyard.Workflows.Organisations;
using Shouldly;

namespace Lanyard.Web.Tests.Keeping;

/// <summary>The records are kept in order beside the pages, and administrators are told when they are not.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private static readonly Dictionary<string, long> Anything = [];

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public async Task WhatHasEnded_IsSwept_AndNothingElse()
    {
        var now = TimeProvider.System.GetUtcNow();
        var at = await ApiClient.OrganisationAsync(_server);
        foreach (var register in new[] { "session", "half-session", "link", "spent-challenge" })
        {
            await PutAsync(Installation.Partition, register, "over", now.AddMinutes(-1));
        }

        await PutAsync(at, "people-import", "over", now.AddMinutes(-1));
        await PutAsync(at, "people-import", "live", now.AddMinutes(5));
        var lead = await _server.SignInAsync("lead@demo.example");

        (await _server.Get<Sweep>().RunAsync(Cancel)).ShouldBe(5);

        (await _server.Book.Store.Read(at).ListAsync(new("people-import"), Cancel))
            .ShouldHaveSingleItem().Key.ShouldBe("live");
        await lead.OpenAsync("/people");
        lead.Status.ShouldBe(HttpStatusCode.OK); // their session goes on
        (await _server.Get<Sweep>().RunAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task ABrokenChain_IsToldToAdministrators_PagesAreRead_AndNothingIsSaved()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        var teacher = await _server.SignInAsync("teacher@demo.example");
        await _server.Get<RecordChecks>().ThoroughlyAsync(Cancel);
        await lead.OpenAsync("/people/new");
        lead.Text.ShouldNotContain("Warning");
        await ForgeAsync();

        await _server.Get<RecordChecks>().ThoroughlyAsync(Cancel);

        lead.Fill("Full name", "Kit Ash");
        lead.Select("Role 1", "Teacher");
        lead.Select("Where, for role 1", "The whole organisation");
        await lead.PressAsync("Save");
        lead.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        lead.Value("Full name").ShouldBe("Kit Ash");
        await lead.OpenAsync("/policies");
        (lead.Status, lead.Text.Contains("of the record is broken", StringComparison.Ordinal))
            .ShouldBe((HttpStatusCode.OK, true));
        await teacher.OpenAsync("/policies");
        (teacher.Status, teacher.Text.Contains("of the record is broken", StringComparison.Ordinal))
            .ShouldBe((HttpStatusCode.OK, false));
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        using var ready = await client.GetAsync(new Uri("/ready", UriKind.Relative), Cancel);
        (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancel))
            .ShouldBe(
                (HttpStatusCode.ServiceUnavailable, "not ready: Nothing was written: the records are damaged. Run "
                + "`lanyard verify`."));
    }

    [Fact]
    public async Task TheKeysOfCookies_AreSealed()
    {
        await _server.SignInAsync("lead@demo.example");

        foreach (var file in Directory.GetFiles(_server.Get<DataFolder>().ProtectionKeys))
        {
            var key = await File.ReadAllTextAsync(file, Cancel);
            (key.Contains("<sealed", StringComparison.Ordinal), key.Contains("masterKey", StringComparison.Ordinal)).ShouldBe((true, false));
        }

        Directory.GetFiles(_server.Get<DataFolder>().ProtectionKeys).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task AClockThatWasAhead_IsToldToAdministrators()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        var lead = await _server.SignInAsync("lead@demo.example");
        await _server.Book.By(new AheadClock(TimeSpan.FromDays(400)))
            .WriteAsync(at, Author.Lanyard, [new SchoolOpened(new(Guid.CreateVersion7()), "Oak Primary")], Anything,
            Cancel);
        await lead.OpenAsync("/organisation");
        lead.Text.ShouldNotContain("clock of the server");

        await _server.Book.WriteAsync(at, Author.Lanyard, [new SchoolOpened(new(Guid.CreateVersion7()), "Ash Primary")],
            Anything, Cancel);

        await lead.OpenAsync("/organisation");
        lead.Text.ShouldContain("The clock of the server was ahead");
        await lead.OpenAsync("/evidence/pack");
        lead.Text.ShouldContain((await _server.Book.Store.Read(at).HeadAsync(Cancel)).Hash);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task PutAsync(OrganisationId at, string register, string key, DateTimeOffset ends)
    {
        await using var write = await _server.Book.Store.WriteAsync(at, Cancel);
        await write.PutAsync(register, new(key, $$"""{"ends":"{{ends:O}}"}""", 1, "", []), Cancel);
        await write.CommitAsync(Cancel);
    }

    // An entry that does not follow the one before it.
    private async Task ForgeAsync()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        await using var write = await _server.Book.Store.WriteAsync(at, Cancel);
        var last = await write.EntriesAsync((await write.HeadAsync(Cancel)).Sequence, Cancel).LastAsync(Cancel);
        await write.AddEntryAsync(last with { Sequence = last.Sequence + 1 }, Cancel);
        await write.CommitAsync(Cancel);
    }

    private sealed class AheadClock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
