using System.Text.Json;

namespace Lanyard.Web.Tests.Api;

/// <summary>What the interface answered.</summary>
internal sealed record ApiReply(int Status, string Text, JsonElement Json, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public string Code => Json.GetProperty("code").GetString()!; // every problem has one

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string Field(string name) => Json.GetProperty(name).ToString();
}
