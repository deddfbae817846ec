using System.Collections.Immutable;
using System.Globalization;

namespace Lanyard.Import;

/// <summary>Finds the clauses of a document in its paragraphs, and repairs their numbers.</summary>
internal sealed class Outline(List<RawLine> paragraphs, IEnumerable<string> notes)
{
    private readonly DocumentFacts _facts = new();
    private readonly List<string> _notes = [.. notes];
    private readonly List<ClauseBuilder> _clauses = [];
    private readonly ClauseIds _ids = new();
    private string _title = "";
    private ClauseBuilder? _section;
    private ClauseBuilder? _current;
    private bool _isInList;
    private string? _listed; // the last number of a list within the current clause
    private string? _overNext; // a heading without a number, on its way to the clause below it

    public ImportedDocument Read()
    {
        var lines = new Tables(_facts, _notes).Said(Halves.Join(paragraphs, _notes));
        for (var at = 0; at < lines.Count; at++)
        {
            Take(lines[at], at + 1 < lines.Count ? lines[at + 1] : null);
        }

        DropHeading();
        var cover = DropCover();
        _notes.AddRange(_facts.Notes);
        _notes.AddRange(_ids.Notes);
        var clauses = _clauses.SelectMany(Split).Select(clause => clause.Build()).ToImmutableArray();
        var facts = _facts.Facts;
        var organisation = cover.Select(OrganisationName.Of).FirstOrDefault(name => name is not null)
            ?? OrganisationName.AtTheStartOf(_title)
            ?? facts
                .History.Select(version => OrganisationName.InRatification(version.Action))
                .LastOrDefault(name => name is not null);
        return new(
            _title.Length == 0 ? "Policy" : _title,
            facts with
            {
                Organisation = organisation,
            },
            clauses,
            [.. _notes]
        );
    }

    // Headings with nothing under them, before the first clause, are the cover; one of them may be the real title.
    private List<string> DropCover()
    {
        var dropped = new List<string>();
        while (_clauses is [{ HasNumber: false, Paragraphs.Count: 0 } cover, { Level: 2 }, ..])
        {
            dropped.AddRange([_title, cover.Heading]);
            var isTitle =
                cover.Heading.Contains("policy", StringComparison.OrdinalIgnoreCase)
                && !_title.Contains("policy", StringComparison.OrdinalIgnoreCase);
            _notes.Add(
                $"a line of the cover was left out: \"{_facts.WithoutNames(isTitle ? _title : cover.Heading)}\""
            );
            _title = isTitle ? cover.Heading : _title;
            _clauses.Remove(cover);
        }

        // The name of the school as the title, and the title as the heading of what follows it.
        if (
            OrganisationName.Of(_title) is not null
            && _clauses is [{ HasNumber: false, Level: 2 } first, ..]
            && first.Heading.Contains("policy", StringComparison.OrdinalIgnoreCase)
        )
        {
            dropped.Add(_title);
            _notes.Add($"a line of the cover was left out: \"{_title}\"");
            (_title, first.Heading, first.Id) = (first.Heading, "Introduction", _ids.Unique("introduction"));
        }

        return dropped;
    }

    // A section without numbers, whose paragraphs each stand for themselves, is as many clauses.
    private IEnumerable<ClauseBuilder> Split(ClauseBuilder clause)
    {
        var isSplit =
            clause is { HasNumber: false, Level: 2, Paragraphs.Count: > 1 }
            && CountOf(clause) == 0
            && clause.Paragraphs.TrueForAll(paragraph => !paragraph.IsItem && IsSentence(paragraph.Text));
        if (!isSplit)
        {
            return [clause];
        }

        var parts = clause
            .Paragraphs.Select(
                (paragraph, at) =>
                {
                    var part = new ClauseBuilder($"{Slug.Singular(clause.Id)} {at + 1}", 3, "");
                    part.Paragraphs.Add(paragraph);
                    return part;
                }
            )
            .ToList();
        clause.Paragraphs.Clear();
        parts.ForEach(part => part.Id = _ids.Unique(part.Id));
        return [clause, .. parts];
    }

    private void Take(RawLine line, RawLine? next)
    {
        var marker = line.Marker;
        var isBefore = _clauses.TrueForAll(clause => clause.Paragraphs.Count == 0);
        if (marker.Kind == MarkerKind.None && !line.IsText && _facts.Takes(marker.Text, next?.Marker.Text, isBefore))
        {
            return;
        }

        var text = _facts
            .WithoutNames(marker.Text.Replace("\t", " ", StringComparison.Ordinal))
            .Replace("**", "", StringComparison.Ordinal)
            .Trim();
        if (marker.Kind == MarkerKind.Number && text.Length > 0)
        {
            TakeNumbered(marker, text, line, next);
        }
        else if (line.HeadingLevel > 0 || (!line.IsText && IsHeading(marker, text, next)))
        {
            TakeHeading(marker.Kind == MarkerKind.Letter ? $"{marker.Label} {text}" : text, line.HeadingLevel, next);
        }
        else if (text.Length > 0)
        {
            TakeText(marker, text, line.Depth);
        }
    }

    private bool IsHeading(Marker marker, string text, RawLine? next) =>
        marker.Kind == MarkerKind.None
        && Marker.LooksLikeHeading(marker.Text)
        && !(text.EndsWith(':') && _title.Length > 0)
        && (next is not null || _title.Length == 0)
        && (_title.Length == 0 || !IsFirstPiece(text, next));

    // What stops in the middle of a sentence, or leads into a list, is no heading.
    private static bool IsFirstPiece(string text, RawLine? next) =>
        Halves.IsPiece(text) || (next is { HeadingLevel: 0 } && Wrapping.StartsLower(next.Marker.Text));

    private void TakeNumbered(Marker marker, string text, RawLine line, RawLine? next)
    {
        var number = marker.Number;
        var isSection = !number.Contains('.', StringComparison.Ordinal);
        var isTitle =
            line.HeadingLevel > 0
            || (Marker.LooksLikeHeading(text) && !text.EndsWith(':') && !IsFirstPiece(text, next));
        if (isSection && isTitle && !IsOutOfOrder(number))
        {
            DropHeading();
            _section = _current = Open(number, 2, text);
            return;
        }

        if (
            isSection
            && (_isInList || _current is { HasNumber: true } && _current != _section)
            && !IsNextClause(number)
        )
        {
            _listed = number;
            Say(new(text, IsItem: true, marker.Label, line.Depth)); // a numbered list within a clause
            return;
        }

        RestoreLost(number);
        isTitle = line.HeadingLevel > 0 || (isTitle && text.Split(' ').Length <= 6);
        var id = isSection && _section is { HasNumber: false } named ? $"{Slug.Singular(named.Id)} {number}" : number;
        if (isTitle)
        {
            DropHeading();
        }

        _current = Open(id, 3, isTitle ? text : TakeHeadingOver(id));
        if (!isTitle)
        {
            Say(new(text, IsItem: false));
        }
    }

    // "1. …", "2. …": after clause 1 comes clause 2, unless a list within it has come so far.
    private bool IsNextClause(string number) =>
        _current is { HasNumber: true } && IsAfter(_current.Id, number) && !IsAfter(_listed, number);

    private static bool IsAfter(string? before, string number) =>
        int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && int.Parse(number, CultureInfo.InvariantCulture) == last + 1;

    // A list that begins again at 1 is no new section.
    private bool IsOutOfOrder(string number) =>
        _section is { HasNumber: true }
        && int.Parse(number, CultureInfo.InvariantCulture)
            <= int.Parse(_section.Id.Split('.', ' ')[0], CultureInfo.InvariantCulture);

    private void TakeHeading(string text, int level, RawLine? next)
    {
        if (_title.Length == 0)
        {
            _title = text;
            return;
        }

        if (_clauses.Count == 0 && string.Equals(Letters(text), Letters(_title), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var isInNumbers =
            _section is { HasNumber: true }
            && _current is { HasNumber: true }
            && _current.Id.Contains('.', StringComparison.Ordinal);
        var opensNumbers =
            _section is { HasNumber: true }
            && next is not null
            && next.Marker.Number.StartsWith($"{_section.Id}.", StringComparison.Ordinal);
        var isGroup = (isInNumbers || opensNumbers) && (level is 0 or > 2);
        DropHeading();
        if (isGroup)
        {
            _overNext = text;
            _isInList = false;
            return;
        }

        _section = _current = Open(Slug.Of(text), 2, text);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private void TakeText(Marker marker, string text, int depth)
    {
        var isItem = marker.Kind is MarkerKind.Bullet or MarkerKind.Letter;
        if (_title.Length == 0 && !isItem)
        {
            var isTitle = text.Length <= 80 && !Halves.IsPiece(text) && !DocumentFacts.IsRule(text);
            _title = isTitle ? text : "Policy";
            if (isTitle)
            {
                return;
            }
        }

        var item = new ImportedParagraph(text, isItem, marker.Label, depth);
        _current ??= _section ??= Open("introduction", 2, "Introduction");
        if (isItem && (_isInList || _current.OpensList))
        {
            _isInList = true;
            _current.Paragraphs.Add(item);
        }
        else if (isItem && _section is not null && LeadIn(text) is var (lead, rest))
        {
            _current = Open($"{Slug.Singular(_section.Id)} {Slug.Of(lead)}", 3, lead);
            _current.Paragraphs.Add(new(rest, IsItem: false));
        }
        else if (!isItem && _section is { HasNumber: false } && text.EndsWith(':') && text.Split(' ').Length <= 8)
        {
            _current = Open(Slug.Of(text), 3, ""); // "This policy applies to:"
            _current.Paragraphs.Add(item);
        }
        else if (isItem && _section is { HasNumber: false } && (IsSentence(text) || text.Split(' ').Length >= 8))
        {
            var name = Letters(marker.Label).Length > 0 ? marker.Label : $"{CountOf(_section) + 1}";
            _current = Open($"{Slug.Singular(_section.Id)} {name}", 3, "");
            _current.Paragraphs.Add(
                new(
                    marker.Label.Length > 0 && Letters(marker.Label).Length == 0 ? $"{marker.Label} {text}" : text,
                    IsItem: false
                )
            );
        }
        else
        {
            Say(item);
            if (_current is { HasNumber: true } && _current != _section && IsSentence(text) && marker.Label.Length == 0)
            {
                _current.Strays.Add(_current.Paragraphs[^1]);
            }

            _isInList = isItem && _current.Strays.Count == 0;
        }
    }

    private void Say(ImportedParagraph paragraph)
    {
        _current ??= _section ??= Open("introduction", 2, "Introduction");
        _current.Paragraphs.Add(paragraph);
        _isInList = paragraph.IsItem && _isInList;
    }

    // 3.7, an unnumbered sentence, 3.9: the sentence is 3.8.
    private void RestoreLost(string number)
    {
        if (_current is not { HasNumber: true } last || !last.Id.Contains('.', StringComparison.Ordinal))
        {
            return;
        }

        var (before, after) = (last.Id.Split('.'), number.Split('.'));
        if (before.Length != after.Length || !before.SkipLast(1).SequenceEqual(after.SkipLast(1)))
        {
            return;
        }

        var from = int.Parse(before[^1], CultureInfo.InvariantCulture);
        var missing = int.Parse(after[^1], CultureInfo.InvariantCulture) - from - 1;
        if (missing <= 0)
        {
            return;
        }

        if (missing != last.Strays.Count)
        {
            _notes.Add(
                $"a number is missing between {last.Id} and {number}; which text it belongs to could not be told"
            );
            return;
        }

        foreach (var stray in last.Strays.ToList())
        {
            last.Paragraphs.Remove(stray);
            var id = string.Join('.', [.. before[..^1], $"{++from}"]);
            Open(id, 3, "").Paragraphs.Add(stray with { IsItem = false });
            _notes.Add($"the number {id} was lost and has been restored");
        }
    }

    private string TakeHeadingOver(string id)
    {
        var heading = _overNext ?? "";
        if (heading.Length > 0)
        {
            _notes.Add($"the heading \"{heading}\" has no number; it stands over {id} here");
        }

        _overNext = null;
        return heading;
    }

    private void DropHeading()
    {
        if (_overNext is not null)
        {
            _notes.Add($"the heading \"{_overNext}\" was left out, since it has no number");
        }

        _overNext = null;
    }

    private ClauseBuilder Open(string id, int level, string heading)
    {
        var clause = new ClauseBuilder(_ids.Unique(id), level, heading);
        _clauses.Add(clause);
        (_isInList, _listed) = (false, null);
        return clause;
    }

    private int CountOf(ClauseBuilder section) =>
        _clauses
            .SkipWhile(clause => clause != section)
            .Skip(1)
            .TakeWhile(clause => clause.Level > 2)
            .Count(clause => clause.Id.StartsWith($"{Slug.Singular(section.Id)} ", StringComparison.Ordinal));

    private static bool IsSentence(string text) =>
        text.Length > 0
        && char.IsUpper(text[0])
        && text.Split(' ').Length >= 5
        && text[^1] is '.' or '!' or '?' or '"' or '”';

    // "Professionalism: Keep a professional tone."
    private static (string Lead, string Text)? LeadIn(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return
            colon is > 0 and < 40
            && char.IsUpper(text[0])
            && text[..colon].Split(' ').Length <= 4
            && text.Length > colon + 12
            ? (text[..colon], text[(colon + 2)..].Trim())
            : null;
    }
}
