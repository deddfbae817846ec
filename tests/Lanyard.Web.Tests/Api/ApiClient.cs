using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lanyard.Accounts.Tokens;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Api.Tokens;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Tests.Api;

/// <summary>A program that calls the interface with a token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(string address, string? token)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
    }

    /// <summary>Gives somebody of the demonstration a token with scopes; all of them where none is named.</summary>
    public static async Task<ApiClient> OfAsync(RunningServer server, string email, params string[] scopes) => new(server.Address, await TokenAsync(server, email, scopes));

    public static async Task<string> TokenAsync(RunningServer server, string email, params string[] scopes)
    {
        var at = await OrganisationAsync(server);
        var person = (await server.Book.ListAsync<Person>(at, TestContext.Current.CancellationToken, PersonRegister.EmailTerm(email)))[0].Value;
        var now = TimeProvider.System.GetUtcNow();
        return await server.Get<TokenStore>().MakeAsync(
            new(Guid.CreateVersion7(), person.Id, at, "Test", scopes.Length > 0 ? [.. scopes] : [.. ApiScopes.All.Select(scope => scope.Name)], now, now.AddDays(1), LastUsed: null), TestContext.Current.CancellationToken);
    }

    public static async Task<OrganisationId> OrganisationAsync(RunningServer server) =>
        (await server.Book.Store.OrganisationsAsync(TestContext.Current.CancellationToken)).First(id => id != Installation.Partition);

    public Task<ApiReply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, body: null, headers);

    public Task<ApiReply> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/api", StringComparison.Ordinal) ? path : $"/api/v1{path}");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new((int)response.StatusCode, text, isJson ? JsonDocument.Parse(text).RootElement : default, response.Content.Headers.ContentType?.MediaType, response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();
}
