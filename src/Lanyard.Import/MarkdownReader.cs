using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lanyard.Import;

/// <summary>Reads Markdown as what it is: headings of both kinds, lists, tables, links, footnotes, front
/// matter.</summary>
internal sealed partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseAutoLinks()
        .Build();

    private readonly List<RawLine> _lines = [];
    private readonly List<string> _notes = [];
    private int _tables;

    /// <summary>Whether a text has what only Markdown has: front matter, headings, tables.</summary>
    public static bool Is(string text) => FrontMatter().IsMatch(text) || Heading().IsMatch(text);

    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(string text)
    {
        try
        {
            var reader = new MarkdownReader();
            foreach (var block in Markdown.Parse(text, Pipeline))
            {
                reader.Add(block, 0);
            }

            return (reader._lines, reader._notes, null);
        }
        catch (ArgumentException)
        {
            return (
                [],
                [],
                "This Markdown is nested more deeply than a document is. Save it as plain text, and try once more."
            ); // the library's own limit
        }
    }

    private void Add(Block block, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock matter:
                AddFrontMatter(matter.Lines.ToString());
                break;
            case HeadingBlock heading:
                _lines.Add(new(Flat(Said(heading.Inline)), heading.Level) { IsWhole = true });
                break;
            case ParagraphBlock paragraph:
                _lines.AddRange(Paragraph(Said(paragraph.Inline), depth));
                break;
            case ListBlock list:
                AddList(list, depth);
                break;
            case Table table:
                AddTable(table);
                break;
            case HtmlBlock html:
                AddHtml(html.Lines.ToString());
                break;
            case FencedCodeBlock code:
                LeaveOut("a fenced block was left out, since it is no text of the policy", code.Lines.ToString());
                break;
            case LeafBlock { Lines.Count: > 0 } code:
                _lines.AddRange(
                    code.Lines.ToString()
                        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => new RawLine(line))
                ); // text that is only set in
                break;
            case FootnoteGroup notes:
                notes
                    .OfType<Footnote>()
                    .Where(note => note.Links.Count == 0)
                    .SelectMany(note => note.OfType<LeafBlock>())
                    .ToList()
                    .ForEach(block => LeaveOut("a footnote that nothing refers to was left out", Said(block.Inline)));
                break; // the others are said where they are referred to
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case ContainerBlock container:
                container.ToList().ForEach(child => Add(child, depth));
                break;
            default:
                break;
        }
    }

    // Lines within a paragraph belong together, but one with a number or a bullet is one of its own.
    private static IEnumerable<RawLine> Paragraph(string text, int depth) =>
        LineBreaks.Lines(new(text) { IsWhole = true, Depth = depth }, isSoft: true);

    private void AddList(ListBlock list, int depth)
    {
        var number =
            list.IsOrdered
            && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = _lines.Count;
            item.ToList().ForEach(block => Add(block, depth + 1));
            var label = list.IsOrdered ? $"{number++}{list.OrderedDelimiter}" : "•";
            if (first < _lines.Count && _lines[first].Row is null)
            {
                _lines[first] = _lines[first] with { Depth = depth, Label = label };
            }
        }
    }

    private void AddTable(Table table)
    {
        _tables++;
        foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            var cells = row.OfType<TableCell>()
                .Select(cell =>
                    cell.OfType<LeafBlock>()
                        .SelectMany(block => Said(block.Inline).Split('\n'))
                        .Select(Flat)
                        .Where(text => text.Length > 0)
                        .Select(text => new RawLine(text))
                        .ToImmutableArray()
                )
                .ToImmutableArray();
            _lines.Add(new("") { IsWhole = true, Row = new(_tables, cells, row.IsHeader) });
        }
    }

    private void AddHtml(string html)
    {
        foreach (var comment in Comment().Matches(html).Select(found => found.Groups["text"].Value))
        {
            LeaveOut("a hidden comment was left out", comment);
        }

        var (lines, notes, _) = HtmlReader.Read(Comment().Replace(html, " "));
        _notes.AddRange(notes);
        _lines.AddRange(
            lines
                .Where(line => !line.IsBlank)
                .Select(line =>
                    line.Row is { } row ? line with { Row = row with { Table = row.Table + 500_000 } } : line
                )
        );
    }

    private string Said(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            AddInline(inline, text);
        }

        return text.ToString();
    }

    private void AddInline(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content);
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case FootnoteLink { IsBackLink: false, Footnote: { } note }:
                Footnotes.Append(
                    text,
                    Footnotes.OnOneLine(string.Join(' ', note.OfType<LeafBlock>().Select(block => Said(block.Inline))))
                );
                break;
            case FootnoteLink:
                break;
            case LinkInline { IsImage: true } picture:
                LeaveOut("a picture was left out", Said(picture));
                break;
            case HtmlInline html:
                AddTag(html.Tag, text);
                break;
            case ContainerInline container:
                text.Append(Said(container));
                break;
            default:
                break;
        }
    }

    private void AddTag(string tag, StringBuilder text)
    {
        if (Comment().Match(tag) is { Success: true } comment)
        {
            LeaveOut("a hidden comment was left out", comment.Groups["text"].Value);
        }
        else if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            text.Append('\n');
        }
    }

    // Of another system: its title and its dates are facts of the document, the rest is not.
    private void AddFrontMatter(string matter)
    {
        foreach (var line in matter.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (key, value) =
                colon < 0
                    ? ("", line)
                    : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim().Trim('"', '\''));
            if (key is "title" or "policy" && value.Length > 0)
            {
                _lines.Insert(0, new(value, 1) { IsWhole = true });
            }
            else if (key is "organisation" or "organization" or "school" or "trust" && value.Length > 0)
            {
                _lines.Add(new(value, 2) { IsWhole = true });
            }
            else if (value.Length > 0 && FactLabel.Is(key))
            {
                _lines.Add(
                    new($"{char.ToUpperInvariant(key[0])}{key[1..].Replace('_', ' ').Replace('-', ' ')}: {value}")
                    {
                        IsWhole = true,
                    }
                );
            }
            else
            {
                LeaveOut("front matter was left out", line);
            }
        }
    }

    private void LeaveOut(string what, string text)
    {
        if (text.Any(char.IsLetterOrDigit))
        {
            _notes.Add($"{what}: \"{Flat(text)}\"");
        }
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(
        @"^---[ \t]*\n(?:[A-Za-z][\w-]*:.*\n|[ \t#-].*\n|\n)*?---[ \t]*(?:\n|$)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        @"^ {0,3}#{1,6} \S|^\S.*\n(?:={3,}|-{3,})[ \t]*$|^\|?[ \t]*:?-{3,}:?[ \t]*\|",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Heading();

    [GeneratedRegex(
        "<!--(?<text>.*?)(?:-->|$)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Comment();
}
