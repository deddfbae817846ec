using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>A date in three fields.</summary>
[HtmlTargetElement("gov-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <summary>What it holds, unless something was typed already.</summary>
    public DateEntry? Date { get; set; }

    /// <inheritdoc/>
    protected override string Inside() => Fieldset(
        $"<div class=\"govuk-date-input\" id=\"{Id}\">{Item("Day", 2, Date?.Day)}{Item("Month", 2, Date?.Month)}{Item("Year", 4, Date?.Year)}</div>", " role=\"group\"");

    private string Item(string part, int width, string? value)
    {
        var id = $"{Id}-{part.ToLower(CultureInfo.InvariantCulture)}";
        var typed = TypedPart(part) ?? value;
        return $"<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" for=\"{id}\">{part}</label>"
            + $"<input class=\"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}\" id=\"{id}\" name=\"{Name}.{part}\" type=\"text\" inputmode=\"numeric\"{(string.IsNullOrEmpty(typed) ? "" : $" value=\"{Text(typed)}\"")}></div></div>";
    }

    private string? TypedPart(string part) => View.ModelState.TryGetValue($"{Name}.{part}", out var entry) ? entry.AttemptedValue : null;
}
