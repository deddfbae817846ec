using System.Globalization;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>One of our own fields, made of the options of a fixture.</summary>
internal sealed class FixtureField
{
    private readonly FixtureOptions _options;
    private readonly ViewContext _view = new();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<FixtureOptions> _parts = [];
    private readonly string _tag;
    private readonly FieldTagHelper _field;

    private FixtureField(Fixture fixture)
    {
        _options = new(fixture.Options);
        var name = _options.Text("name");
        Name = _options.Text("idPrefix") ?? _options.Text("id") ?? name ?? "none";
        _tag = $"gov-{fixture.Component}"; // which matters only where one class makes two of them
        _field = fixture.Component switch
        {
            "input" => Input(),
            "textarea" => Textarea(),
            "select" => Select(),
            "radios" or "checkboxes" => Choices(),
            "date-input" => Date(),
            "file-upload" => File(),
            _ => throw new InvalidOperationException($"There is no field of ours for {fixture.Component}."),
        };
        if (_options.TextWithin("errorMessage") is { } error)
        {
            _view.ModelState.AddModelError(Name, error);
        }
    }

    /// <summary>The name of the field, which is also its id.</summary>
    public string Name { get; }

    /// <summary>The ids of the fixture's own choosing, with ours for the same elements.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>The field for a fixture; <see langword="null"/> if it asks for something that our fields do not do.</summary>
    public static FixtureField? For(Fixture fixture)
    {
        var field = new FixtureField(fixture);
        return field._options.AreUsedUp && field._parts.TrueForAll(part => part.AreUsedUp) && field._field.Label.Length > 0 ? field : null;
    }

    /// <summary>What the field makes.</summary>
    public string Html()
    {
        var output = new TagHelperOutput(_tag, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        _field.Process(new([], new Dictionary<object, object>(), "one"), output);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    private InputTagHelper Input()
    {
        var (label, isTitle) = Label("label");
        var wide = _options.Text("classes") ?? "";
        if (!int.TryParse(wide.Replace("govuk-input--width-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var width) && wide.Length > 0)
        {
            _parts.Add(Refused);
        }

        return new() { View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint"), Value = _options.Text("value"), Type = _options.Text("type") ?? "text", Autocomplete = _options.Text("autocomplete"), Inputmode = _options.Text("inputmode"), Width = width };
    }

    private TextareaTagHelper Textarea()
    {
        var (label, isTitle) = Label("label");
        return new() { View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint"), Value = _options.Text("value"), Rows = int.Parse(_options.Text("rows") ?? "5", CultureInfo.InvariantCulture), Class = _options.Text("classes") };
    }

    private FileTagHelper File()
    {
        var (label, isTitle) = Label("label");
        return new() { View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint") };
    }

    private SelectTagHelper Select()
    {
        var (label, isTitle) = Label("label");
        var (choices, chosen) = Items("selected");
        var value = _options.Text("value");
        _parts.AddRange(value is null || chosen.Count == 0 ? [] : [Refused]); // ours says once what is chosen
        return new() { View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint"), Choices = choices, Value = value ?? chosen.FirstOrDefault() };
    }

    private ChoicesTagHelper Choices()
    {
        var (label, isTitle) = Label("legend", _options.Within("fieldset"));
        var (choices, chosen) = Items("checked");
        return new()
        {
            View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint"), Choices = choices, Value = _options.Text("value") ?? chosen.FirstOrDefault(), Chosen = [.. chosen, .. _options.Texts("values")], IsSmall = Small(),
        };
    }

    private DateTagHelper Date()
    {
        var (label, isTitle) = Label("legend", _options.Within("fieldset"));
        var values = _options.Within("values");
        _parts.Add(values);
        _options.Text("namePrefix"); // ours have the names of what they are bound to
        return new() { View = _view, Name = Name, Label = label, IsTitle = isTitle, Hint = _options.TextWithin("hint"), Date = new DateEntry { Day = values.Text("day"), Month = values.Text("month"), Year = values.Text("year") } };
    }

    private bool Small()
    {
        var classes = _options.Text("classes");
        if (classes is not (null or "govuk-radios--small" or "govuk-checkboxes--small"))
        {
            _parts.Add(Refused);
        }

        return classes is not null;
    }

    // The size of a heading is ours to choose; a label that is no heading has none.
    private (string Text, bool IsTitle) Label(string name, FixtureOptions? around = null)
    {
        var label = (around ?? _options).Within(name);
        _parts.AddRange(around is null ? [label] : [label, around]);
        var isTitle = label.Is("isPageHeading");
        if (isTitle)
        {
            label.Text("classes");
        }

        return (label.Text("text") ?? "", isTitle);
    }

    private (List<FieldChoice> Choices, List<string> Chosen) Items(string chosen)
    {
        var (choices, all) = (new List<FieldChoice>(), new List<string>());
        foreach (var item in _options.List("items"))
        {
            var value = item.Text("value");
            _parts.AddRange(value is null ? [item, Refused] : [item]);
            if (item.Text("id") is { } id)
            {
                _ids[id] = choices.Count == 0 ? Name : $"{Name}-{choices.Count + 1}";
            }

            item.Text("name"); // ours has the name of the group
            item.Is("disabled"); // ours can all be chosen, and whether these can is not compared
            choices.Add(new(value ?? "", item.Text("text") ?? "", item.TextWithin("hint")));
            all.AddRange(item.Has(chosen) && value is not null ? [item.Is(chosen) ? value : ""] : []);
        }

        return (choices, all);
    }

    private static FixtureOptions Refused => new(System.Text.Json.JsonDocument.Parse("{\"other\":1}").RootElement);
}
