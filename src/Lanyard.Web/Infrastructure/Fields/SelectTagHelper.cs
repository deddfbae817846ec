using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>One of many things.</summary>
[HtmlTargetElement("gov-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>What there is to choose.</summary>
    public required IReadOnlyList<FieldChoice> Choices { get; set; }

    /// <inheritdoc/>
    protected override string Inside() =>
        Head() + $"<select class=\"govuk-select{(Error is null ? "" : " govuk-select--error")}\" id=\"{Id}\" name=\"{Name}\"{DescribedBy()}>"
        + string.Concat(Choices.Select(choice => $"<option value=\"{Text(choice.Value)}\"{(Typed == choice.Value ? " selected" : "")}>{Text(choice.Text)}</option>")) + "</select>";
}
