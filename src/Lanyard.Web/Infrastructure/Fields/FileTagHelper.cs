using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>A file to upload.</summary>
[HtmlTargetElement("gov-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>The kinds of file.</summary>
    public string? Accept { get; set; }

    /// <inheritdoc/>
    protected override string Inside() =>
        Head() + $"<input class=\"govuk-file-upload{(Error is null ? "" : " govuk-file-upload--error")}\" id=\"{Id}\" name=\"{Name}\" type=\"file\"{DescribedBy()}{(Accept is null ? "" : $" accept=\"{Accept}\"")}>";
}
