using System.Text.Json;

namespace Lanyard.Decisions.Writing;

/// <summary>Writes lists as JSON.</summary>
public static class JsonLists
{
    /// <summary>Writes a property that holds a list.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The property.</param>
    /// <param name="items">What the list holds.</param>
    /// <param name="write">Writes one of them.</param>
    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a property that holds a list of texts.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The property.</param>
    /// <param name="items">The texts.</param>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> items) => json.Array(name, items, json.WriteStringValue);
}
