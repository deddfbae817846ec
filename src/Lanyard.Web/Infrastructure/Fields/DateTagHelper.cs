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
        $"<div class=\"govuk-date-input\" id=\"{Id}\">{Item("Day", 2, Date?.Day)}{Item("Month", 2, Date?.Month)}{Item("Year", 4, Date?.Year)}</div>");

    private string Item(string part, int width, string? value) =>
        $"<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" for=\"{Id}-{part}\">{part}</label>"
        + $"<input class=\"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}\" id=\"{Id}-{part}\" name=\"{Name}.{part}\" type=\"text\" inputmode=\"numeric\" value=\"{Text(TypedPart(part) ?? value)}\"></div></div>";

    private string? TypedPart(string part) => View.ModelState.TryGetValue($"{Name}.{part}", out var entry) ? entry.AttemptedValue : null;
}
