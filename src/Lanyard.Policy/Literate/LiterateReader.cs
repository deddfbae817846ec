using System.Collections.Immutable;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using EmptyBlock = Lanyard.Policy.Diagnostics.EmptyBlock;
using SourceSpan = Lanyard.Policy.Text.SourceSpan;

namespace Lanyard.Policy.Literate;

/// <summary>Finds the front matter, the clauses and the blocks of a Markdown file.</summary>
internal sealed class LiterateReader(SourceText source)
{
    private static readonly MarkdownPipeline Markdown =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UsePreciseSourceLocation().Build();

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<LiterateClause> _clauses = [];

    public LiteratePolicy Read()
    {
        CheckDirectionMarks();
        var document = Parse();
        var front = document is null ? Nothing() : ReadFrontMatter(document);
        LiterateClause? clause = null;
        foreach (var block in document ?? [])
        {
            clause = ReadBlock(block, clause);
        }

        Close(clause);
        CheckNumbers();
        return new(source, front, [.. _clauses], [.. _diagnostics.OrderBy(diagnostic => diagnostic.Where.Start)]);
    }

    // Such a character makes people read something else than the program does (CVE-2021-42574, "Trojan Source").
    private void CheckDirectionMarks()
    {
        for (var at = 0; at < source.Content.Length; at++)
        {
            if (source.Content[at] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                _diagnostics.Add(new TextDirectionMark(source.Span(at, 1), source.Content[at]));
            }
        }
    }

    private MarkdownDocument? Parse()
    {
        if (FirstBracketTooMany() is { } bracket)
        {
            _diagnostics.Add(new TooManyBrackets(bracket));
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(source.Content, Markdown);
        }
        catch (ArgumentException) // Markdig refuses to nest deeper than its limit
        {
            _diagnostics.Add(new NestedTooDeep(DeepestLine()));
            return null;
        }
    }

    // Lines without an empty line between them are at most one paragraph.
    private SourceSpan? FirstBracketTooMany()
    {
        var (count, isBlank) = (0, true);
        for (var at = 0; at < source.Content.Length; at++)
        {
            switch (source.Content[at])
            {
                case '\n':
                    count = isBlank ? 0 : count;
                    isBlank = true;
                    break;
                case ' ' or '\t' or '\r':
                    break;
                case '[' when ++count > TooManyBrackets.Most:
                    return source.Span(at, 1);
                default:
                    isBlank = false;
                    break;
            }
        }

        return null;
    }

    // The start of the line with the most marks before its words.
    private SourceSpan DeepestLine()
    {
        var (deepest, start, at) = (-1, 0, 0);
        foreach (var line in source.Content.Split('\n'))
        {
            var depth = line.TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
            (deepest, start) = depth > deepest ? (depth, at) : (deepest, start);
            at += line.Length + 1;
        }

        return source.Span(start, Math.Min(1, source.Content.Length - start));
    }

    private FrontMatter Nothing() => new(source.Span(0, 0), "", "", "", [], null, []);

    private FrontMatter ReadFrontMatter(MarkdownDocument document)
    {
        if (document.Count > 0 && document[0] is YamlFrontMatterBlock yaml)
        {
            var start = source.Content.IndexOf('\n', StringComparison.Ordinal) + 1;
            var end = Math.Max(start, source.Content.LastIndexOf('\n', Math.Min(yaml.Span.End, source.Content.Length - 1)));
            return new FrontMatterReader(source, source.Span(start, end - start), _diagnostics).Read();
        }

        var first = source.Span(0, source.Content.Length == 0 ? 0 : Math.Max(1, source.Line(1).Length));
        _diagnostics.Add(new FrontMatterMissing(first));
        return new(first, "", "", "", [], null, []);
    }

    private LiterateClause? ReadBlock(Block block, LiterateClause? clause)
    {
        switch (block)
        {
            case HeadingBlock { Level: >= 2 } heading:
                Close(clause);
                return Open(heading);
            case FencedCodeBlock { Info.Length: > 0 } fence:
                return ReadFence(fence, clause);
            case YamlFrontMatterBlock or HeadingBlock or HtmlBlock or LinkReferenceDefinitionGroup: // the last has no place of its own in the text
                return clause;
            default:
                return clause is null ? null : clause with { Prose = clause.Prose.Add(SpanOf(block)) };
        }
    }

    private LiterateClause Open(HeadingBlock heading)
    {
        var span = SpanOf(heading);
        var start = span.Start + span.Text.TakeWhile(letter => letter is '#' or ' ').Count();
        var text = source.Content[start..span.End].Trim().TrimEnd('#').TrimEnd();
        var (id, title) = ClauseHeading.Read(text);
        return new(id, title, heading.Level, source.Span(start, Math.Max(1, Math.Min(id.Length, span.End - start))), [], []);
    }

    private void Close(LiterateClause? clause)
    {
        if (clause is null)
        {
            return;
        }

        if (_clauses.Find(earlier => earlier.Id == clause.Id) is { } first)
        {
            _diagnostics.Add(new RepeatedClause(clause.Where, clause.Id, first.Where));
        }

        _clauses.Add(clause);
    }

    private LiterateClause? ReadFence(FencedCodeBlock fence, LiterateClause? clause)
    {
        var span = SpanOf(fence);
        var open = source.Span(span.Start, source.Content.AsSpan(span.Start).IndexOf('\n') is var length and >= 0 ? length : span.Length);
        BlockKind? kind = fence.Info switch
        {
            "policy" => BlockKind.Policy,
            "scenario" => BlockKind.Scenario,
            "proposed" => BlockKind.Proposed,
            _ => null,
        };

        if (kind is null)
        {
            _diagnostics.Add(new UnknownBlock(open, fence.Info!));
        }
        else if (clause is null)
        {
            _diagnostics.Add(new BlockOutsideClause(open));
        }
        else
        {
            var content = ContentOf(fence, open);
            CheckBlock(kind.Value, open, content, clause);
            return clause with { Blocks = clause.Blocks.Add(new(kind.Value, open, content)) };
        }

        return clause;
    }

    private void CheckBlock(BlockKind kind, SourceSpan open, SourceSpan content, LiterateClause clause)
    {
        if (kind == BlockKind.Proposed)
        {
            _diagnostics.Add(new UnconfirmedProposal(open, clause.Id));
        }
        else if (string.IsNullOrWhiteSpace(content.Text))
        {
            _diagnostics.Add(new EmptyBlock(open, kind == BlockKind.Policy ? "policy" : "scenario"));
        }
    }

    private SourceSpan ContentOf(FencedCodeBlock fence, SourceSpan open)
    {
        if (fence.Lines.Count == 0)
        {
            return source.Span(open.End, 0);
        }

        var start = Math.Min(open.End + 1, source.Content.Length);
        var last = fence.Lines.Lines[fence.Lines.Count - 1];
        var end = Math.Clamp(last.Position + last.Slice.Length, start, source.Content.Length);
        return source.Span(start, end - start);
    }

    private void CheckNumbers()
    {
        foreach (var (before, after) in _clauses.Zip(_clauses.Skip(1)))
        {
            if (ClauseHeading.FirstMissing(before.Id, after.Id) is { } missing && _clauses.TrueForAll(clause => clause.Id != missing))
            {
                _diagnostics.Add(new LostClauseNumber(after.Where, before.Id, missing, after.Id));
            }
        }
    }

    private SourceSpan SpanOf(Block block)
    {
        var start = Math.Clamp(block.Span.Start, 0, source.Content.Length);
        return source.Span(start, Math.Clamp(block.Span.Length, 0, source.Content.Length - start));
    }
}
