using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("gov-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>How many lines high.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>A further class.</summary>
    public string? Class { get; set; }

    /// <inheritdoc/>
    protected override string Inside() =>
        // A browser drops the first line end inside a text area, so one is put before what it holds.
        Head() + $"<textarea class=\"govuk-textarea{(Error is null ? "" : " govuk-textarea--error")}{(Class is null ? "" : $" {Class}")}\" id=\"{Id}\" name=\"{Name}\" rows=\"{Rows}\"{DescribedBy()}>\n{Text(Typed)}</textarea>";
}
