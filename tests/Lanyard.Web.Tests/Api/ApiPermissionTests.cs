using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;
using Lanyard.Records;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Demonstration;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>Tries every endpoint as everybody: without a token, without the scope, without the role, and on objects that are not theirs. The list is made from the routes, so a new endpoint is in it.</summary>
public sealed partial class ApiPermissionTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.InitializeAsync();

    [Fact]
    public void EveryEndpoint_SaysWhichScopeItNeeds_OrIsForEverybody()
    {
        var open = All().Where(endpoint => endpoint.Metadata.GetMetadata<NeedsScope>() is null).Select(endpoint => endpoint.RoutePattern.RawText);

        open.ShouldBe(["/api/{documentName}/openapi.json", "/api/v1/problems/{code}"], ignoreOrder: true);
    }

    [Fact]
    public async Task EveryEndpoint_WithoutAToken_OrWithAWrongOne_IsRefused()
    {
        foreach (var token in new[] { null, "lanyard_wrong", "" })
        {
            using var client = new ApiClient(_server.Address, token);
            foreach (var endpoint in Endpoints())
            {
                var reply = await CallAsync(client, endpoint, await OwnAsync());
                (endpoint.RoutePattern.RawText, reply.Status, reply.MediaType).ShouldBe((endpoint.RoutePattern.RawText, 401, "application/problem+json"));
                reply.Header("WWW-Authenticate").ShouldNotBeNull().ShouldStartWith("Bearer");
            }
        }
    }

    [Fact]
    public async Task EveryEndpoint_WithEveryScopeButItsOwn_IsRefused_AndNamesIt()
    {
        foreach (var endpoint in Endpoints().Where(endpoint => Scope(endpoint) is not null))
        {
            var scope = Scope(endpoint)!; // as above
            using var client = await ApiClient.OfAsync(_server, "lead@demo.example", [.. Web.Api.Tokens.ApiScopes.All.Select(each => each.Name).Where(name => name != scope.Name)]);
            var reply = await CallAsync(client, endpoint, await OwnAsync());
            (endpoint.RoutePattern.RawText, reply.Status, reply.Code, reply.Field("scope")).ShouldBe((endpoint.RoutePattern.RawText, 403, "scope-missing", scope.Name));
            reply.Header("WWW-Authenticate").ShouldNotBeNull().ShouldContain("insufficient_scope");
        }
    }

    [Fact]
    public async Task EveryEndpoint_AsEveryRole_IsRefused_ToWhomItIsNotAllowed()
    {
        var objects = await OwnAsync();
        var wrong = new List<string>();
        foreach (var person in DemonstrationTrust.SignIns)
        {
            using var client = await ApiClient.OfAsync(_server, person.Email); // with every scope: the role is asked all the same
            foreach (var endpoint in Endpoints())
            {
                var mayEnter = Scope(endpoint) is not { } scope || RolePermissions.AllowSomewhere([new RoleHeld(person.Role, School: null)], scope.Permission);
                var reply = await CallAsync(client, endpoint, objects);
                if (mayEnter ? reply.Status is 401 or 403 or >= 500 : reply.Status != 403 || reply.Code != "not-allowed")
                {
                    wrong.Add($"{person.Role} on {endpoint.RoutePattern.RawText}: {reply.Status} {reply.Text}");
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
        foreach (var email in new[] { "lead@demo.example", "head@demo.example", "governor@demo.example", "teacher@demo.example" })
        {
            using var client = await ApiClient.OfAsync(_server, email);
            foreach (var endpoint in Endpoints().Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0 || endpoint.RoutePattern.RawText!.Contains("acceptances", StringComparison.Ordinal))) // an endpoint has a route
            {
                var reply = await CallAsync(client, endpoint, theirs);
                (email, endpoint.RoutePattern.RawText, reply.Status is 404 || reply.Code == "not-allowed").ShouldBe((email, endpoint.RoutePattern.RawText, true));
            }

            (await client.GetAsync("/people?show=all")).Text.ShouldNotContain("Another Head");
            (await client.GetAsync("/policies")).Text.ShouldNotContain("Theirs");
        }

        (await _server.Book.Store.Read(theirs.Organisation).HeadAsync(Cancel)).ShouldBe(head);
    }

    [Fact]
    public async Task Objects_OfAnotherSchool_AreNotFound()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        var schools = (await _server.Book.ListAsync<School>(at, Cancel)).Select(kept => kept.Value.Id).ToList();
        var (here, there) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var policy = new PolicyId(Guid.CreateVersion7());
        var compiled = PolicyShelf.Compile(ShippedPolicies.Find("model-policy")!); // it ships
        await _server.Book.WriteAsync(
            at, Author.Lanyard,
            [
                new PersonJoined(here, [new RoleHeld("headteacher", schools[0])]) { Content = new("Head Here", "here@demo.example") },
                new PersonJoined(there, [new RoleHeld("headteacher", schools[1])]) { Content = new("Head There", "there@demo.example") },
                new DraftSaved(policy, compiled.Hash, "Of There", schools[1]),
                new ConsultationOpened(policy, compiled.Hash, ["staff"], new(2099, 1, 1)),
            ],
            new Dictionary<string, long>(), Cancel);
        using var client = await ApiClient.OfAsync(_server, "here@demo.example");

        (await client.GetAsync($"/people/{here}")).Status.ShouldBe(200);
        (await client.GetAsync($"/people/{there}")).Status.ShouldBe(404);
        (await client.GetAsync("/people?show=all")).Text.ShouldNotContain("Head There");
        (await client.GetAsync($"/policies/{policy}")).Status.ShouldBe(404);
        (await client.GetAsync("/policies")).Text.ShouldNotContain("Of There");
        (await client.GetAsync("/record")).Code.ShouldBe("not-allowed");
        var elsewhere = await client.PostAsync("/people", $$"""{ "name": "Kit Moss", "roles": [{ "role": "teacher", "school": "{{schools[1]}}" }] }""");
        elsewhere.Json.GetProperty("errors").TryGetProperty("roles[0].school", out _).ShouldBeTrue(elsewhere.Text);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private static Web.Api.Tokens.ApiScope? Scope(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<NeedsScope>()!.Scope; // each of them has one, as tested above

    private static Task<ApiReply> CallAsync(ApiClient client, RouteEndpoint endpoint, Objects objects)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]; // an endpoint has a method
        var address = endpoint.RoutePattern.RawText!; // and a route
        address = Part().Replace(address, address.Contains("/people", StringComparison.Ordinal) ? objects.Person.ToString() : objects.Policy.ToString());
        address = address.EndsWith("/acceptances", StringComparison.Ordinal) ? $"{address}?policy={objects.Policy}" : address;
        return client.SendAsync(new(method), address.TrimEnd('/'), method == "GET" ? null : "{}", ("If-Match", "\"v0\""));
    }

    private IEnumerable<RouteEndpoint> All() => _server.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)); // an endpoint has a route

    private IEnumerable<RouteEndpoint> Endpoints() => All().Where(endpoint => endpoint.Metadata.GetMetadata<NeedsScope>() is not null);

    private async Task<Objects> OwnAsync()
    {
        var at = await ApiClient.OrganisationAsync(_server);
        return new(at, (await _server.Book.ListAsync<Person>(at, Cancel))[0].Value.Id, (await _server.Book.ListAsync<PolicyFile>(at, Cancel))[0].Value.Id);
    }

    private async Task<Objects> AnotherOrganisationAsync()
    {
        var theirs = new Objects(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
        var compiled = PolicyShelf.Compile(ShippedPolicies.Find("beam-trust")!); // it ships
        await _server.Book.WriteAsync(
            theirs.Organisation, Author.Lanyard,
            [
                new OrganisationFounded(theirs.Organisation, "Another School", OrganisationKind.School, Jurisdiction.Wales),
                new PersonJoined(theirs.Person, [new RoleHeld("headteacher", School: null)]) { Content = new("Another Head", "head@another.example") },
                new TextKept(compiled.Hash, compiled.Text),
                new DraftSaved(theirs.Policy, compiled.Hash, "Theirs", School: null),
                new PolicyRatified(theirs.Policy, compiled.Hash, "governing body", "Item 1", new(2020, 1, 1), Condition: null),
                new PolicyPutInForce(theirs.Policy, compiled.Hash, new(2020, 1, 2)),
            ],
            new Dictionary<string, long>(), Cancel);
        return theirs;
    }

    private sealed record Objects(OrganisationId Organisation, PersonId Person, PolicyId Policy);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
