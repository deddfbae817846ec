using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>A line of text.</summary>
[HtmlTargetElement("gov-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>The type of the input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What a browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard that a phone shows.</summary>
    public string? Inputmode { get; set; }

    /// <summary>How many letters wide: 2, 3, 4, 5, 10, 20 or 30; 0 for the whole width.</summary>
    public int Width { get; set; }

    /// <inheritdoc/>
    protected override string Inside() =>
        Head() + $"<input class=\"govuk-input{(Width > 0 ? $" govuk-input--width-{Width}" : "")}{(Error is null ? "" : " govuk-input--error")}\" id=\"{Id}\" name=\"{Name}\" type=\"{Type}\"{DescribedBy()}"
        + (Type is "password" || Typed.Length == 0 ? "" : $" value=\"{Text(Typed)}\"") // a password is typed again
        + (Autocomplete is null ? "" : $" autocomplete=\"{Autocomplete}\"") + (Inputmode is null ? "" : $" inputmode=\"{Inputmode}\"") + (Type is "email" ? " spellcheck=\"false\"" : "") + ">";
}
