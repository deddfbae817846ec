using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>The permanent names and forms of events and rows.</summary>
/// <remarks>An event's name in the record is its type's, in lower case with hyphens. A type is never renamed once a release has written it.</remarks>
public static class EventKinds
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(Event).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
        .ToFrozenDictionary(Kind, StringComparer.Ordinal);

    /// <summary>How events and rows are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new IdConverter() },
    };

    /// <summary>Every name, for the documentation.</summary>
    public static IEnumerable<string> All => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name of a type of event.</summary>
    public static string Kind(Type type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.Name)
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>Whether this version knows a kind.</summary>
    internal static bool IsKnown(string kind) => Types.ContainsKey(kind);

    internal static Type TypeOf(string kind) =>
        Types.GetValueOrDefault(kind) ?? throw new UnknownKindException(kind);
}
