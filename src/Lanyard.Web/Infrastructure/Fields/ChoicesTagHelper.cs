using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>One of several things, or several of them, all of them in view.</summary>
[HtmlTargetElement("gov-radios", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("gov-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : FieldTagHelper
{
    private string _kind = "radios";

    /// <summary>What there is to choose.</summary>
    public required IReadOnlyList<FieldChoice> Choices { get; set; }

    /// <summary>What is chosen already, for several.</summary>
    public IReadOnlyCollection<string> Chosen { get; set; } = [];

    /// <summary>Whether the boxes are small, for long lists.</summary>
    public bool IsSmall { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        _kind = output.TagName == "gov-radios" ? "radios" : "checkboxes";
        base.Process(context, output);
    }

    /// <inheritdoc/>
    protected override string Inside()
    {
        var one = _kind == "radios";
        var items = new StringBuilder();
        for (var at = 0; at < Choices.Count; at++)
        {
            var choice = Choices[at];
            var id = at == 0 ? Id : $"{Id}-{at + 1}";
            var isChosen = one ? Typed == choice.Value : Chosen.Contains(choice.Value);
            var hint = choice.Hint is null ? "" : $"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-{_kind}__hint\">{Text(choice.Hint)}</div>";
            items.Append($"<div class=\"govuk-{_kind}__item\"><input class=\"govuk-{_kind}__input\" id=\"{id}\" name=\"{Name}\" type=\"{(one ? "radio" : "checkbox")}\" value=\"{Text(choice.Value)}\"")
                .Append(isChosen ? " checked" : "").Append(choice.Hint is null ? "" : $" aria-describedby=\"{id}-item-hint\"")
                .Append($"><label class=\"govuk-label govuk-{_kind}__label\" for=\"{id}\">{Text(choice.Text)}</label>{hint}</div>");
        }

        return Fieldset($"<div class=\"govuk-{_kind}{(IsSmall ? $" govuk-{_kind}--small" : "")}\">{items}</div>");
    }
}
