using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lanyard.Web.Tests.Fixtures;

/// <summary>HTML line by line, an element or a text in each, with its attributes in order; so that only what matters differs.</summary>
internal static partial class NormalHtml
{
    /// <summary>The lines of some HTML.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="name">The name that every field has.</param>
    /// <param name="ids">Ids with others to show in their place.</param>
    public static string Of(string html, string name, IReadOnlyDictionary<string, string>? ids = null)
    {
        var lines = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument(html).Body!.ChildNodes) // every document has a body
        {
            Write(lines, node, depth: 0, name, ids ?? new Dictionary<string, string>());
        }

        return lines.ToString();
    }

    private static void Write(StringBuilder lines, INode node, int depth, string name, IReadOnlyDictionary<string, string> ids)
    {
        var text = string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (node is IText && text.Length > 0)
        {
            lines.Append(' ', depth * 2).AppendLine(text);
        }

        if (node is not IElement element)
        {
            return;
        }

        // A data-module only tells a script where to begin, and these pages have none.
        var attributes = element.Attributes.Where(attribute => attribute.Name is not ("data-module" or "disabled")).OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => $" {attribute.Name}=\"{Value(element, attribute, name, ids)}\"");
        lines.Append(' ', depth * 2).Append(element.LocalName).AppendJoin("", attributes).AppendLine();
        foreach (var child in element.ChildNodes)
        {
            Write(lines, child, depth + 1, name, ids);
        }
    }

    private static string Value(IElement element, IAttr attribute, string name, IReadOnlyDictionary<string, string> ids) => attribute.Name switch
    {
        "class" => string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(each => !Size().IsMatch(each)).Order(StringComparer.Ordinal)),
        "name" => element.ClassList.Contains("govuk-date-input__input") ? element.Id!.Split('-')[^1] : name, // its id ends with the part
        "id" or "for" or "aria-describedby" => string.Join(' ', attribute.Value.Split(' ').Select(id => Known(id, ids))),
        _ => attribute.Value,
    };

    private static string Known(string id, IReadOnlyDictionary<string, string> ids)
    {
        var stem = id.EndsWith("-item-hint", StringComparison.Ordinal) ? id[..^"-item-hint".Length] : id;
        return ids.TryGetValue(stem, out var known) ? known + id[stem.Length..] : id;
    }

    [GeneratedRegex("^govuk-(label|fieldset__legend)--(s|m|l|xl)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();
}
