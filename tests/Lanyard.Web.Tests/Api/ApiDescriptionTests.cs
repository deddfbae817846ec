using System.Text.Json;
using System.Text.RegularExpressions;
using Lanyard.Testing;
using Lanyard.Web.Api.Acceptances;
using Lanyard.Web.Api.Asking;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Description;
using Lanyard.Web.Api.People;
using Lanyard.Web.Api.Problems;
using Lanyard.Web.Api.Tokens;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace Lanyard.Web.Tests.Api;

/// <summary>The description of the interface, and its page, say what the interface does.</summary>
public sealed partial class ApiDescriptionTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();
    private JsonElement _document;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        using var anybody = new ApiClient(_server.Address, token: null);
        _document = (await anybody.GetAsync("/openapi.json")).Json;
    }

    [Fact]
    public void EveryEndpoint_IsDescribed_WithItsScope_AndItsErrors()
    {
        foreach (var endpoint in Endpoints())
        {
            var operation = _document.GetProperty("paths").GetProperty(Path(endpoint)).GetProperty(Method(endpoint).ToLowerInvariant());
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            var answers = operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToList();
            if (endpoint.Metadata.GetMetadata<NeedsScope>() is { } needs)
            {
                var scopes = operation.GetProperty("security")[0].GetProperty("token").EnumerateArray().Select(scope => scope.GetString());
                scopes.ShouldBe(needs.Scope is { } scope ? [scope.Name] : []);
                answers.ShouldContain("401");
                answers.Contains("403").ShouldBe(needs.Scope is not null);
            }

            operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] == '4').ShouldAllBe(answer => answer.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("example").ValueKind == JsonValueKind.Object);
        }

        _document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Count().ShouldBe(Endpoints().Count());
        var scheme = _document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token");
        scheme.GetProperty("scheme").GetString().ShouldBe("bearer");
        ApiScopes.All.ShouldAllBe(scope => scheme.GetProperty("description").GetString()!.Contains(scope.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryAnswer_HasTheFieldsThatAreDescribed()
    {
        using var client = await ApiClient.OfAsync(_server, "lead@demo.example");
        var policy = (await client.GetAsync("/policies")).Json.GetProperty("items")[0];
        var (id, hash) = (policy.GetProperty("id").GetString(), policy.GetProperty("inForce").GetProperty("hash").GetString());
        var person = await client.PostAsync("/people", """{ "name": "Kit Moss", "roles": [{ "role": "teacher" }] }""");
        Check("/api/v1/people", "post", "201", person);
        var address = person.Header("Location")!; // it was made
        Check("/api/v1/people/{id}", "put", "200", await client.SendAsync(HttpMethod.Put, address, """{ "name": "Kit Moor", "roles": [{ "role": "teacher" }] }""", ("If-Match", person.Header("ETag")!))); // and has a version
        Check("/api/v1/people/{id}", "get", "200", await client.GetAsync(address));
        Check("/api/v1/people", "get", "200", await client.GetAsync("/people"));
        Check("/api/v1/me", "get", "200", await client.GetAsync("/me"));
        Check("/api/v1/policies", "get", "200", await client.GetAsync("/policies"));
        Check("/api/v1/policies/{id}", "get", "200", await client.GetAsync($"/policies/{id}"));
        Check("/api/v1/policies/{id}/text", "get", "200", await client.GetAsync($"/policies/{id}/text"));
        Check("/api/v1/policies/{id}/versions", "get", "200", await client.GetAsync($"/policies/{id}/versions"));
        Check("/api/v1/policies/{id}/acceptance", "post", "200", await client.PostAsync($"/policies/{id}/acceptance", $$"""{ "hash": "{{hash}}" }"""));
        Check("/api/v1/acceptances", "get", "200", await client.GetAsync($"/acceptances?policy={id}"));
        Check("/api/v1/evidence/{policy}", "get", "200", await client.GetAsync($"/evidence/{id}"));
        Check("/api/v1/record", "get", "200", await client.GetAsync("/record"));
        Check("/api/v1/ask", "post", "200", await client.PostAsync("/ask", """{ "question": "May a teacher message a pupil from a personal account?" }"""));
        Check("/api/v1/problems/{code}", "get", "200", await client.GetAsync("/problems/refused"));
        _seen.Order().ShouldBe(Endpoints().Select(endpoint => $"{Method(endpoint)} {Path(endpoint)}").Order());
    }

    [Fact]
    public void EveryExample_IsReadAsWhatItStandsFor()
    {
        foreach (var (name, text) in Examples.Named)
        {
            var type = name switch
            {
                "addPerson.request" or "changePerson.request" => typeof(ApiPersonBody),
                "addPerson.answer" or "changePerson.answer" or "getPerson.answer" => typeof(ApiPerson),
                "listPeople.answer" => typeof(ApiPage<ApiPerson>),
                "ask.request" => typeof(ApiQuestion),
                "acceptPolicy.request" => typeof(ApiAcceptanceBody),
                _ => throw new InvalidOperationException($"Say here what {name} stands for."),
            };
            JsonSerializer.Deserialize(text, type, ApiJson.Options).ShouldNotBeNull();
        }
    }

    [Fact]
    public void ThePage_NamesEveryEndpoint_EveryScope_AndEveryProblem()
    {
        var page = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "docs/reference/api.md"));
        foreach (var endpoint in Endpoints())
        {
            page.ShouldContain($"| `{Method(endpoint)} {Path(endpoint)}` | {(endpoint.Metadata.GetMetadata<NeedsScope>() is not { } needs ? "" : needs.Scope is { } scope ? $"`{scope.Name}`" : "any")} |");
        }

        Row().Count(page).ShouldBe(Endpoints().Count());
        ApiScopes.All.ShouldAllBe(scope => page.Contains($"| `{scope.Name}` |", StringComparison.Ordinal));
        ApiProblems.All.ShouldAllBe(problem => page.Contains($"| {problem.Status} | `{problem.Code}` |", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private readonly List<string> _seen = [];

    private static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]; // an endpoint has a method

    private static string Path(RouteEndpoint endpoint) => Constraint().Replace(endpoint.RoutePattern.RawText!, "}").TrimEnd('/'); // and a route

    private IEnumerable<RouteEndpoint> Endpoints() =>
        _server.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)); // as above

    private void Check(string path, string method, string status, ApiReply reply)
    {
        $"{reply.Status}".ShouldBe(status, reply.Text);
        _seen.Add($"{method.ToUpperInvariant()} {path}");
        var schema = _document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Compare(schema, reply.Json, $"{method} {path}");
    }

    // Every field of an answer is described, and every described field is there.
    private void Compare(JsonElement schema, JsonElement value, string where)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Compare(Resolve(schema).GetProperty("items"), item, $"{where}[]");
            }
        }
        else if (value.ValueKind is JsonValueKind.Object && Resolve(schema).TryGetProperty("properties", out var fields))
        {
            value.EnumerateObject().Select(field => field.Name).ShouldBe(fields.EnumerateObject().Select(field => field.Name), ignoreOrder: true, where);
            foreach (var field in value.EnumerateObject())
            {
                Compare(fields.GetProperty(field.Name), field.Value, $"{where}.{field.Name}");
            }
        }
    }

    private JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Resolve(choices.EnumerateArray().First(choice => choice.TryGetProperty("$ref", out _)));
        }

        return schema.TryGetProperty("$ref", out var name) ? _document.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1]) : schema; // a reference is a text
    }

    [GeneratedRegex(":[a-z]+}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex("^\\| `[A-Z]+ /api", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
