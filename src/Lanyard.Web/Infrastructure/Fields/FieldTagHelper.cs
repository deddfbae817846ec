using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lanyard.Web.Infrastructure.Fields;

/// <summary>A field of a form in the markup of GOV.UK Frontend, with its error, and with what was typed where it was refused.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The page that it stands on.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    /// <summary>The name of the field, as the page model has it.</summary>
    public required string Name { get; set; }

    /// <summary>The question.</summary>
    public required string Label { get; set; }

    /// <summary>What helps to answer it.</summary>
    public string? Hint { get; set; }

    /// <summary>What it holds, unless something was typed already.</summary>
    public string? Value { get; set; }

    /// <summary>Whether the label is the heading of the page.</summary>
    public bool IsTitle { get; set; }

    /// <summary>The field's id within the page.</summary>
    protected string Id => Name.Replace('.', '-');

    /// <summary>What is wrong with it; <see langword="null"/> if nothing is.</summary>
    protected string? Error => View.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was typed, or what it holds.</summary>
    protected string Typed => View.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Value ?? "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(Inside());
    }

    /// <summary>The HTML of the field.</summary>
    protected abstract string Inside();

    /// <summary>Text as HTML.</summary>
    protected static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>The label of a single field, with the hint and the error below it.</summary>
    protected string Head()
    {
        var label = $"<label class=\"govuk-label{(IsTitle ? " govuk-label--l" : "")}\" for=\"{Id}\">{Text(Label)}</label>";
        return (IsTitle ? $"<h1 class=\"govuk-label-wrapper\">{label}</h1>" : label) + Notes();
    }

    /// <summary>The hint and the error.</summary>
    protected string Notes()
    {
        var notes = new StringBuilder();
        if (Hint is not null)
        {
            notes.Append($"<div id=\"{Id}-hint\" class=\"govuk-hint\">{Text(Hint)}</div>");
        }

        if (Error is { } error)
        {
            notes.Append($"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> {Text(error)}</p>");
        }

        return notes.ToString();
    }

    /// <summary>The attribute that ties the hint and the error to the field.</summary>
    protected string DescribedBy()
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.Where(id => id is not null));
        return ids.Length == 0 ? "" : $" aria-describedby=\"{ids}\"";
    }

    /// <summary>A group of fields, with further attributes where it needs them.</summary>
    protected string Fieldset(string inside, string attributes = "") =>
        $"<fieldset class=\"govuk-fieldset\"{attributes}{DescribedBy()}><legend class=\"govuk-fieldset__legend{(IsTitle ? " govuk-fieldset__legend--l" : "")}\">"
        + (IsTitle ? $"<h1 class=\"govuk-fieldset__heading\">{Text(Label)}</h1>" : Text(Label))
        + $"</legend>{Notes()}{inside}</fieldset>";
}
