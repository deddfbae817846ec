using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lanyard.Import;

/// <summary>Reads what an HTML page shows: its headings, paragraphs, lists and tables.</summary>
internal sealed class HtmlReader
{
    private const int DeepestNesting = 256;

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "SCRIPT",
        "STYLE",
        "TEMPLATE",
        "NOSCRIPT",
        "HEAD",
        "SVG",
        "OBJECT",
        "IFRAME",
        "DATALIST",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "ADDRESS",
        "ARTICLE",
        "ASIDE",
        "BLOCKQUOTE",
        "BODY",
        "CAPTION",
        "DD",
        "DETAILS",
        "DIV",
        "DL",
        "DT",
        "FIELDSET",
        "FIGCAPTION",
        "FIGURE",
        "FOOTER",
        "FORM",
        "HEADER",
        "HR",
        "HTML",
        "LEGEND",
        "MAIN",
        "NAV",
        "P",
        "PRE",
        "SECTION",
        "SUMMARY",
    };

    private readonly StringBuilder _text = new();
    private readonly List<string> _notes = [];
    private List<RawLine> _lines = [];
    private string? _label;
    private int _depth;
    private int _tables;

    public static bool Is(string text) =>
        text.TrimStart() is var start
        && (
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
        );

    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(string text)
    {
        using var document = new HtmlParser().ParseDocument(text);
        if (IsTooDeep(document.DocumentElement))
        {
            return (
                [],
                [],
                "This page is nested more deeply than a document is. Copy its text into a new document, save that, "
                    + "and try once more."
            );
        }

        var reader = new HtmlReader();
        reader.Walk(document.Body ?? document.DocumentElement);
        reader.Close(0);
        if (document.Title is { Length: > 0 } title && !reader._lines.Exists(line => line.Text == title.Trim()))
        {
            reader._notes.Add($"the title of the page was left out: \"{title.Trim()}\"");
        }

        return (reader._lines, reader._notes, null);
    }

    // Without a stack of our own calls, however deep it goes.
    private static bool IsTooDeep(INode root)
    {
        var open = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > DeepestNesting)
            {
                return true;
            }

            foreach (var child in next.Node.ChildNodes)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return false;
    }

    private void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    _text.Append(text.Data.Replace('\n', ' ').Replace('\t', ' ').Replace('\r', ' '));
                    break;
                case IComment comment:
                    LeaveOut("a hidden comment was left out", comment.Data);
                    break;
                case IElement element:
                    Take(element);
                    break;
                default:
                    break;
            }
        }
    }

    private void Take(IElement element)
    {
        var name = element.TagName.ToUpperInvariant();
        if (Unseen.Contains(name))
        {
            return;
        }

        if (
            element.HasAttribute("hidden")
            || element
                .GetAttribute("style")
                ?.Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true
        )
        {
            LeaveOut("hidden text was left out", element.TextContent);
        }
        else if (name is "DEL" or "S" or "STRIKE")
        {
            LeaveOut("struck-through text was left out", element.TextContent);
        }
        else
        {
            TakeShown(element, name);
        }
    }

    private void TakeShown(IElement element, string name)
    {
        switch (name)
        {
            case "BR":
                _text.Append('\n');
                break;
            case "IMG":
                LeaveOut("a picture was left out", element.GetAttribute("alt") ?? "");
                break;
            case ['H', >= '1' and <= '6']:
                Close(0);
                Walk(element);
                Close(name[1] - '0');
                break;
            case "UL" or "OL" or "MENU":
                Close(0);
                TakeList(element, name == "OL");
                break;
            case "TABLE":
                Close(0);
                TakeTable(element);
                break;
            case var block when Blocks.Contains(block) || block == "LI":
                Close(0);
                Walk(element);
                Close(0);
                break;
            default:
                Walk(element);
                break;
        }
    }

    private void TakeList(IElement list, bool isOrdered)
    {
        var number = int.TryParse(
            list.GetAttribute("start"),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var start
        )
            ? start
            : 1;
        _depth++;
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { TagName: "LI" } item)
            {
                number = int.TryParse(
                    item.GetAttribute("value"),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var own
                )
                    ? own
                    : number;
                _label = isOrdered ? Number(number++, list.GetAttribute("type")) : "•";
                Walk(item);
                Close(0);
                _label = null;
            }
            else if (child is IElement other)
            {
                Take(other);
            }
            else if (child is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                _text.Append(text.Data);
                Close(0);
            }
        }

        _depth--;
    }

    private static string Number(int number, string? form) =>
        form switch
        {
            "a" => $"{NumberForm.Of(number, DocumentFormat.OpenXml.Wordprocessing.NumberFormatValues.LowerLetter)}.",
            "A" => $"{NumberForm.Of(number, DocumentFormat.OpenXml.Wordprocessing.NumberFormatValues.UpperLetter)}.",
            "i" => $"{NumberForm.Of(number, DocumentFormat.OpenXml.Wordprocessing.NumberFormatValues.LowerRoman)}.",
            "I" => $"{NumberForm.Of(number, DocumentFormat.OpenXml.Wordprocessing.NumberFormatValues.UpperRoman)}.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{number}."),
        };

    private void TakeTable(IElement table)
    {
        var number = ++_tables;
        foreach (var row in table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table))
        {
            var cells = row.Children.Where(cell => cell.TagName is "TD" or "TH").ToList();
            if (cells is [var only])
            {
                Walk(only);
                Close(0);
                continue;
            }

            var isHead = cells.Count > 0 && cells.TrueForAll(cell => cell.TagName == "TH");
            _lines.Add(new("") { IsWhole = true, Row = new(number, [.. cells.SelectMany(Spanned)], isHead) });
        }

        foreach (var caption in table.Children.Where(child => child.TagName == "CAPTION"))
        {
            Walk(caption);
            Close(0);
        }
    }

    private IEnumerable<ImmutableArray<RawLine>> Spanned(IElement cell)
    {
        var outside = _lines;
        _lines = [];
        Walk(cell);
        Close(0);
        var inside = _lines
            .SelectMany(line => line.Row is { } row ? row.Cells.SelectMany(lines => lines) : [line])
            .Where(line => !line.IsBlank)
            .Select(line => line with { HeadingLevel = 0 })
            .ToImmutableArray();
        _lines = outside;
        var span = int.TryParse(
            cell.GetAttribute("colspan"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var columns
        )
            ? Math.Clamp(columns, 1, 60)
            : 1;
        return [inside, .. Enumerable.Repeat(ImmutableArray<RawLine>.Empty, span - 1)];
    }

    // The paragraph that has gathered is one of its own.
    private void Close(int headingLevel)
    {
        var text = string.Join(
            '\n',
            _text
                .ToString()
                .Split('\n')
                .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line.Length > 0)
        );
        _text.Clear();
        if (text.Length > 0)
        {
            _lines.AddRange(
                LineBreaks.Lines(
                    new(text, headingLevel)
                    {
                        IsWhole = true,
                        Label = headingLevel > 0 ? null : _label,
                        Depth = Math.Max(0, _depth - 1),
                    }
                )
            );
            _label = null;
        }
    }

    private void LeaveOut(string what, string text)
    {
        if (text.Any(char.IsLetterOrDigit))
        {
            _notes.Add(
                $"{what}: \"{string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\""
            );
        }
    }
}
