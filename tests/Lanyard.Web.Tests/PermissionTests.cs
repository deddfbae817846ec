using System.Net;
using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Authorization;
using Shouldly;

namespace Lanyard.Web.Tests;

/// <summary>Tries every page as everybody, on objects of their own organisation and of another. The list is made from the routes, so a new page is in it.</summary>
public sealed partial class PermissionTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public void EveryPage_SaysWhoMaySeeIt_Once()
    {
        var wrong = EveryPage.Of(_server).Where(page =>
            page.Metadata.GetOrderedMetadata<NeedsAttribute>().Count
                + (page.Metadata.GetMetadata<IAllowAnonymous>() is null ? 0 : 1) != 1);

        wrong.Select(page => page.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryPage_IsRefused_ToWhoeverMayNotSeeIt()
    {
        var objects = await EveryPage.OwnAsync(_server, Cancel);
        var wrong = new List<string>();
        foreach (var person in DemonstrationTrust.SignIns.Select(person => ((string Email, string Role)?)(person.Email, person.Role)).Prepend(null))
        {
            using var client = await ClientAsync(person?.Email);
            foreach (var page in EveryPage.Of(_server))
            {
                var address = EveryPage.Address(page, objects);
                using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
                var needs = page.Metadata.GetMetadata<NeedsAttribute>()?.Permission;
                var mayEnter = needs is not { } permission || (person is { } who && RolePermissions.AllowSomewhere([new RoleHeld(who.Role, School: null)], permission));
                if (!Fits(response, mayEnter, isSignedIn: person is not null))
                {
                    wrong.Add($"{person?.Role ?? "nobody"} on {page.RoutePattern.RawText}: {(int)response.StatusCode} {response.Headers.Location}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryObject_OfAnotherOrganisation_IsNotFound_AndNotChanged()
    {
        var theirs = await AnotherOrganisationAsync();
        var head = await _server.Book.Store.Read(theirs.Organisation).HeadAsync(Cancel);
        var wrong = new List<string>();
        foreach (var email in DemonstrationTrust.SignIns.Select(person => person.Email))
        {
            using var client = await ClientAsync(email);
            var token = await TokenAsync(client, "/ask");
            foreach (var page in EveryPage.Of(_server).Where(page =>
                page.RoutePattern.RawText!.Contains("{id", StringComparison.Ordinal)
                && !page.RoutePattern.RawText!.Contains("public", StringComparison.Ordinal))) // the public ones are everybody's
            {
                var address = EveryPage.Address(page, theirs);
                using var read = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
                using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", "0"), new("Hash", "x"), new("Text", "x"), new("Group", "staff"), new("Answer", "x"), new("Name", "x"), new("How", "x")]);
                using var written = await client.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
                wrong.AddRange(new[] { read, written }.Where(response => response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Redirect or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest)
                    || (response.StatusCode == HttpStatusCode.Redirect && !IsRefusal(response))).Select(response => $"{email} {response.RequestMessage!.Method} {page.RoutePattern.RawText}: {(int)response.StatusCode} {response.Headers.Location}")); // an answer has its request
            }
        }

        wrong.ShouldBeEmpty();
        (await _server.Book.Store.Read(theirs.Organisation).HeadAsync(Cancel)).ShouldBe(head);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static bool Fits(HttpResponseMessage response, bool mayEnter, bool isSignedIn) =>
        mayEnter ? response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound || (int)response.StatusCode is 403 or 500 && response.RequestMessage!.RequestUri!.AbsolutePath is "/refused" or "/fault" || IsWelcome(response) // an answer has its request
        : isSignedIn ? response.StatusCode == HttpStatusCode.Forbidden || IsRefusal(response)
        : response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal); // a redirect has a location

    private static bool IsRefusal(HttpResponseMessage response) => response.Headers.Location?.ToString() is { } to && (to.Contains("/refused", StringComparison.Ordinal) || to.Contains("/sign-in", StringComparison.Ordinal));

    // Some pages send on who is signed in already, has not begun to sign in, or has no codes to turn off.
    private static bool IsWelcome(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location?.ToString() is "/" or "/sign-in" or "/account";

    private async Task<EveryPage.Objects> AnotherOrganisationAsync()
    {
        var (organisation, person, policy) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var theirs = new EveryPage.Objects(new(organisation), new(person), new(policy));
        var compiled = PolicyShelf.Compile(ShippedPolicies.Find("beam-trust")!); // it ships
        await _server.Book.WriteAsync(
            theirs.Organisation,
            Author.Lanyard,
            [
                new OrganisationFounded(theirs.Organisation, "Another School", OrganisationKind.School, Jurisdiction.Wales),
                new PersonJoined(theirs.Person, [new RoleHeld("headteacher", School: null)]) { Content = new("Another Head", "head@another.example") },
                new TextKept(compiled.Hash, compiled.Text),
                new DraftSaved(theirs.Policy, compiled.Hash, "Theirs", School: null),
                new ConsultationOpened(theirs.Policy, compiled.Hash, ["staff"], new(2099, 1, 1)),
            ],
            new Dictionary<string, long>(),
            Cancel);
        return theirs;
    }

    private async Task<HttpClient> ClientAsync(string? email)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = new(_server.Address) };
        if (email is not null)
        {
            using var form = new FormUrlEncodedContent([new("Email", email), new("Password", DemonstrationTrust.Password), new("__RequestVerificationToken", await TokenAsync(client, "/sign-in"))]);
            using var response = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client, string page) =>
        Token().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel)).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
