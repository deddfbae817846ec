using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lanyard.Web.Api.Calls;

/// <summary>How the programming interface reads and writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>The settings.</summary>
    public static JsonSerializerOptions Options { get; } = Set(new(JsonSerializerDefaults.Web));

    /// <summary>Makes settings those of the interface.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a mistyped field is a mistake, not nothing
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // it is never put into HTML
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
