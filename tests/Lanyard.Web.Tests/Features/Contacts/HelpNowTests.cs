using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Demonstration;
using Lanyard.Workflows.Organisations;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Contacts;

/// <summary>"I need help now": on every page, before any form, one press from numbers and people.</summary>
public sealed partial class HelpNowTests : IAsyncLifetime
{
    private const string Link = "I need help now";

    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task EveryPage_ToEverybody_HasItBeforeAnyForm()
    {
        var objects = await EveryPage.OwnAsync(_server, Cancel);
        string[] faults = ["/nothing-here", "/status/500", "/status/429", "/link/x", "/first/x", "/help/x"];
        var pages = EveryPage.Of(_server).Select(page => EveryPage.Address(page, objects))
            .Where(address => Path.GetExtension(address).Length == 0); // a calendar is a file, and no page
        List<string> addresses = [.. pages.Concat(faults).Distinct()];
        var wrong = new List<string>();
        foreach (var email in DemonstrationTrust.SignIns.Select(person => person.Email).Prepend(""))
        {
            var visitor = email.Length > 0 ? await _server.SignInAsync(email) : _server.Anybody();
            foreach (var address in addresses)
            {
                await visitor.OpenAsync(address);
                if (!IsFirst(visitor))
                {
                    wrong.Add($"{email} on {address}, which led to {visitor.Address}");
                }
            }
        }

        addresses.Count.ShouldBeGreaterThan(50);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task ARefusedForm_HasItToo()
    {
        var visitor = _server.Anybody();
        await visitor.OpenAsync("/sign-in");
        await visitor.PressAsync("Sign in");

        visitor.Problems.ShouldNotBeEmpty();
        IsFirst(visitor).ShouldBeTrue();
    }

    [Fact]
    public async Task Pressed_ItIsACalmPage_ThatKeepsNothing()
    {
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        var organisation = (await EveryPage.OwnAsync(_server, Cancel)).Organisation;
        var before = await _server.Book.Store.Read(organisation).HeadAsync(Cancel);
        using var response = await client.GetAsync(new Uri("/contacts", UriKind.Relative), Cancel);
        var html = await response.Content.ReadAsStringAsync(Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue(); // every answer says how it is kept
        foreach (var number in new[] { "999", "08001111", "116123", "08088005000", "01632960014", "01632960027" })
        {
            html.ShouldContain($"tel:{number}");
        }

        Title().Match(html).Groups["title"].Value.ShouldBe("Contacts - Lanyard");
        html.ShouldNotContain("<form");
        html.ShouldNotContain("clause", Case.Insensitive);
        html.ShouldNotContain("app-verdict");
        (await _server.Book.Store.Read(organisation).HeadAsync(Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task ItIsLeft_WithoutAScript_ByALinkToSomewhereElse()
    {
        var visitor = _server.Anybody();
        await visitor.OpenAsync("/contacts");

        var exit = visitor.Page.QuerySelector("[data-exit]").ShouldNotBeNull();
        exit.GetAttribute("href")!.ShouldStartWith("https://www.bbc.co.uk/");
        using var client = new HttpClient { BaseAddress = new(_server.Address) };
        using var response = await client.GetAsync(new Uri("/contacts", UriKind.Relative), Cancel);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]); // where it leads learns nothing
    }

    [Fact]
    public async Task WhoIsSignedIn_SeesWhomToTellAtTheirOwnSchool()
    {
        var pupil = await _server.SignInAsync("pupil@demo.example");
        await pupil.FollowAsync(Link);

        pupil.Text.ShouldContain("Ruth Bell, designated safeguarding lead, room 12 01632 960 027 Fellside Secondary");
        pupil.Text.ShouldNotContain("Harbour Street");
    }

    [Fact]
    public async Task WhatTheAdministratorSets_IsShown_AndWhatIsWrongIsSaid()
    {
        var lead = await _server.SignInAsync("lead@demo.example");
        await lead.OpenAsync("/organisation");
        await lead.FollowAsync("Set the numbers");
        lead.Fill("Number to call in danger", "the police");
        lead.Fill("Lines to call", "Childline\nMeic, 080 880 23456, for anybody under 25 in Wales");
        await lead.PressAsync("Save");
        lead.Problems.Count.ShouldBe(2);
        lead.Problems.ShouldContain("Enter the number to call in danger, such as 999");
        lead.Problems.ShouldContain(problem => problem.StartsWith("\"Childline\": write the name, the number"));

        lead.Fill("Number to call in danger", "999");
        lead.Fill("Lines to call", "Meic, 080 880 23456, for anybody under 25 in Wales");
        await lead.PressAsync("Save");
        lead.Text.ShouldContain("The numbers were saved.");

        var anybody = _server.Anybody();
        await anybody.OpenAsync("/public");
        await anybody.FollowAsync("Lantern Schools Trust");
        await anybody.FollowAsync(Link);
        anybody.Text.ShouldContain("Meic 080 880 23456 for anybody under 25 in Wales");
        anybody.Text.ShouldNotContain("Childline");
    }

    [Fact]
    public async Task WithSeveralOrganisations_EachHasItsOwn_AndTheSignInPageAsksForNone()
    {
        var other = new OrganisationId(Guid.CreateVersion7());
        var founded = new OrganisationFounded(other, "Another School", OrganisationKind.School, Jurisdiction.Wales);
        await _server.Book.WriteAsync(other, Author.Lanyard, [founded], new Dictionary<string, long>(), Cancel);
        var visitor = _server.Anybody();
        await visitor.OpenAsync("/sign-in");
        await visitor.FollowAsync(Link);
        visitor.Text.ShouldContain("Childline");
        visitor.Text.ShouldNotContain("Ruth Bell");
        visitor.Text.ShouldContain("Find your own school");

        await visitor.OpenAsync($"/public/{other:N}");
        await visitor.FollowAsync(Link);
        visitor.Text.ShouldContain("Tell an adult you trust");
        visitor.Text.ShouldNotContain("Ruth Bell");
    }

    [Fact]
    public async Task BeforeAnythingIsSetUp_ItIsThere()
    {
        var folder = Directory.CreateTempSubdirectory("lanyard-web-").FullName;
        var app = await LanyardServer.BuildAsync(new() { DataFolder = folder, Urls = "http://127.0.0.1:0" }, Cancel);
        await app.StartAsync(Cancel);
        try
        {
            using var visitor = new Visitor(app.Urls.First());
            await visitor.OpenAsync("/");
            IsFirst(visitor).ShouldBeTrue();
            await visitor.FollowAsync(Link);
            visitor.Text.ShouldContain("Childline 0800 1111");
        }
        finally
        {
            await app.StopAsync(Cancel);
            await app.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    // The page of help is the one that needs no link to itself: it has the way out in its place.
    private static bool IsFirst(Visitor visitor)
    {
        var html = visitor.Page.DocumentElement.OuterHtml;
        var isHelp = visitor.Address.OriginalString.StartsWith("/contacts", StringComparison.Ordinal);
        var link = html.IndexOf(isHelp ? "data-exit" : $">{Link}</a>", StringComparison.Ordinal);
        var form = html.IndexOf("<form", StringComparison.Ordinal);
        return link >= 0 && (form < 0 || link < form);
    }

    [GeneratedRegex("<title>(?<title>[^<]*)</title>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
