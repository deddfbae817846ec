using System.Globalization;
using System.Text.Json;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>The options of a fixture. What a reader has not asked for in the end is something that our fields do not do.</summary>
internal sealed class FixtureOptions(JsonElement options)
{
    private readonly HashSet<string> _left = options.ValueKind == JsonValueKind.Object ? [.. options.EnumerateObject().Select(option => option.Name)] : [];

    /// <summary>Whether everything was asked for.</summary>
    public bool AreUsedUp => _left.Count == 0;

    /// <summary>A text or a number, as text; <see langword="null"/> if there is none.</summary>
    public string? Text(string name) =>
        Take(name) is not { } value ? null : value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString(CultureInfo.InvariantCulture) : value.ValueKind == JsonValueKind.String ? value.GetString() : Unknown(name);

    /// <summary>Whether it says anything of something.</summary>
    public bool Has(string name) => options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out _);

    /// <summary>Whether something is so.</summary>
    public bool Is(string name) => Take(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Options within an option; empty if there are none.</summary>
    public FixtureOptions Within(string name) => new(Take(name) ?? default);

    /// <summary>The text within an option, if it is all that the option holds.</summary>
    public string? TextWithin(string name)
    {
        var inside = Within(name);
        var text = inside.Text("text");
        return inside.AreUsedUp ? text : Unknown(name);
    }

    /// <summary>The options in a list.</summary>
    public IReadOnlyList<FixtureOptions> List(string name) => Take(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Object ? new FixtureOptions(each) : Strange(name))] : [];

    /// <summary>The texts in a list.</summary>
    public IReadOnlyList<string> Texts(string name) => Take(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(each => each.ToString())] : [];

    private JsonElement? Take(string name)
    {
        _left.Remove(name);
        return options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string? Unknown(string name)
    {
        _left.Add(name);
        return null;
    }

    private FixtureOptions Strange(string name)
    {
        Unknown(name);
        return new(default);
    }
}
