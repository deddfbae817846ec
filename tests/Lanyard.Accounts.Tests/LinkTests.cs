using Lanyard.Domain.Calendar;
using Lanyard.Records;
using Lanyard.Workflows.People;
using Lanyard.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Lanyard.Accounts.Tests;

/// <summary>Links that must not open the page for a password any more. Whoever holds one learns no more than whoever makes one up.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string Teacher = "teacher@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private readonly ShiftedClock _clock = new();
    private RunningServer _server = null!; // set before every test

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(options => options with { Clock = _clock });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Link_AfterThreeDays_IsRefused()
    {
        var link = await _server.MakeLinkAsync(Teacher);
        using var open = _server.NewVisitor();
        await open.OpenAsync(link);
        _clock.Ahead = TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1);
        await open.OpenAsync(link);
        open.Text.ShouldContain("Choose a password");
        _clock.Ahead += TimeSpan.FromMinutes(2);

        await RefusedAsync(link, open);
    }

    [Fact]
    public async Task Link_ReplacedByANewerOne_IsRefused()
    {
        var older = await _server.MakeLinkAsync(Teacher);
        using var open = _server.NewVisitor();
        await open.OpenAsync(older);
        var newer = await _server.MakeLinkAsync(Teacher);

        await RefusedAsync(older, open);
        await open.OpenAsync(newer);
        open.Text.ShouldContain("Choose a password");
    }

    [Fact]
    public async Task Link_OfWhoeverHasLeft_IsRefused_EvenIfTheyComeBack()
    {
        var link = await _server.MakeLinkAsync(Teacher);
        using var open = _server.NewVisitor();
        await open.OpenAsync(link);
        await WriteAsync((person, today) => new PersonLeft(person.Id, today)); // the record alone is enough

        await RefusedAsync(link, open);
        using var visitor = await _server.SignInAsync(Teacher);
        visitor.Errors.ShouldBe(["The email address or the password is wrong"]);
    }

    [Fact]
    public async Task Link_AfterTheAddressIsChanged_OrTaken_IsRefused()
    {
        var link = await _server.MakeLinkAsync(Teacher);
        using var open = _server.NewVisitor();
        await open.OpenAsync(link);
        await WriteAsync((person, _) => new PersonChanged(person.Id, person.Roles) { Content = person.Details! with { Email = "tom@demo.example" } });
        await RefusedAsync(link, open);

        await WriteAsync((person, _) => new PersonChanged(person.Id, person.Roles) { Content = person.Details! with { Email = Teacher } });
        await open.OpenAsync(link);
        await WriteAsync((person, _) => new PersonChanged(person.Id, person.Roles) { Content = person.Details! with { Email = null } });
        await RefusedAsync(link, open);
    }

    [Fact]
    public async Task Link_ThatWaitsInAMailbox_EndsWithAChangeOfPassword()
    {
        var link = await _server.MakeLinkAsync(Teacher);
        using var open = _server.NewVisitor();
        await open.OpenAsync(link);
        using var visitor = await _server.SignInAsync(Teacher);
        await visitor.OpenAsync("/account/password");
        await visitor.PressAsync("Change password", ("Your password now", Web.Demonstration.DemonstrationTrust.Password), ("New password", NewPassword), ("The new password again", NewPassword));

        await RefusedAsync(link, open);
    }

    [Fact]
    public async Task Link_WhenUsed_EndsEverySession()
    {
        using var other = await _server.SignInAsync(Teacher);
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync(await _server.MakeLinkAsync(Teacher));
        await visitor.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));

        visitor.Path.ShouldBe("/");
        await other.OpenAsync("/account");
        other.Path.ShouldBe("/sign-in");
    }

    // Neither the page nor a form that was opened before does anything, and both say what a made-up link says.
    private async Task RefusedAsync(string link, Visitor open)
    {
        using var visitor = _server.NewVisitor();
        await visitor.OpenAsync("/link/made-up");
        var (text, status) = (visitor.Text, visitor.Status);
        text.ShouldContain("This link does not work any more");
        await visitor.OpenAsync(link);
        (visitor.Text, visitor.Status).ShouldBe((text, status));
        await open.PressAsync("Save and sign in", ("Password", NewPassword), ("The same password again", NewPassword));
        (open.Text, open.Status).ShouldBe((text, status));
        await open.OpenAsync("/account");
        open.Path.ShouldBe("/sign-in");
    }

    private Task<bool> WriteAsync(Func<Person, DateOnly, Event> happens) => _server.DoAsync(async services =>
    {
        var book = services.GetRequiredService<RecordBook>();
        var trust = (await book.Store.OrganisationsAsync(CancellationToken.None)).Single(id => id != Installation.Partition);
        var person = (await book.ListAsync<Person>(trust, CancellationToken.None)).Single(kept => kept.Value.Name == "Tom Okafor").Value;
        return (await book.WriteAsync(trust, Author.Lanyard, [happens(person, UkTime.DayOf(_clock.GetUtcNow()))], new Dictionary<string, long>(), CancellationToken.None)).IsDone;
    });
}
