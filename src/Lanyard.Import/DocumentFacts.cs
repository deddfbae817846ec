using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Collects what a document says about itself: versions, dates of review, the month at its end.</summary>
internal sealed partial class DocumentFacts
{
    private const int LongestValue = 8; // words

    private readonly List<ImportedVersion> _history = [];
    private readonly List<string> _notes = [];
    private string? _last;
    private string? _issued;
    private string? _alone;
    private ReviewKind _awaited; // what the label on a line of its own said of the date below it

    public IEnumerable<string> Notes => _notes.Distinct(StringComparer.Ordinal);

    public ImportedFacts Facts => new(_last ?? _issued ?? _alone, [.. _history]);

    /// <summary>Takes a line if it is a fact about the document and no clause of it.</summary>
    public bool Takes(string line, string? next, bool isBeforeClauses)
    {
        var text = line.Trim();
        if (FactDate.Month(text) is { } month)
        {
            Date(_awaited, month, text);
            _notes.Add($"a date of the document was read and left out: \"{text}\"");
            _awaited = ReviewKind.None;
            return true;
        }

        _awaited = ReviewKind.None;
        if (next is not null && FactDate.Month(next) is not null && FactLabel.Is(text))
        {
            _awaited = FactLabel.Review(text);
            _notes.Add($"a label was left out: \"{text}\"");
            return true;
        }

        return TakesFacts(text) || TakesBlank(text) || (isBeforeClauses && TakesLabelled(text));
    }

    /// <summary>Takes a fact that stands by itself, such as a row of a table.</summary>
    public void Take(string label, string value)
    {
        if (FactDate.Within(value) is { } month)
        {
            Date(FactLabel.Review(label), month, $"{label.TrimEnd(':')}: {value}");
        }

        if (label.Contains("ratified", StringComparison.OrdinalIgnoreCase) && value.Length == 0)
        {
            _notes.Add("the document leaves the date of its ratification empty");
        }

        if (
            label.Trim(' ', ':').Equals("version", StringComparison.OrdinalIgnoreCase) && VersionNumber().IsMatch(value)
        )
        {
            _history.Add(new(value.TrimStart('v', 'V'), null, "As the document says"));
        }
    }

    /// <summary>Takes a row of a table of versions.</summary>
    public void Take(ImportedVersion version) => _history.Add(version);

    /// <summary>Takes the date of a row that begins with it.</summary>
    public void TakeRowDate(string month) => Date(ReviewKind.Last, month, month);

    /// <summary>Notes what was left out, without the names of persons in it.</summary>
    public void LeaveOut(string what, IEnumerable<string> texts)
    {
        var named = string.Join(" | ", texts.Select(text => Initials().Replace(text, "[name left out]")));
        _notes.Add($"{what}: \"{WithoutNames(named)}\"");
    }

    /// <summary>A text without the names of persons; roles stay.</summary>
    public string WithoutNames(string text)
    {
        var clean = PersonName().Replace(text, "[name left out]");
        if (clean != text)
        {
            _notes.Add("the name of a person was left out: write the role instead");
        }

        return clean;
    }

    /// <summary>Whether a text is a rule and so no mere fact about the document.</summary>
    public static bool IsRule(string text) => Obligation().IsMatch(text);

    /// <summary>Whether a text is the number of a version.</summary>
    public static bool IsVersion(string text) => VersionNumber().IsMatch(text.Trim());

    // "Version 3.1   Approved 12 March 2025   Next review: March 2027"
    private bool TakesFacts(string line)
    {
        if (FactsInARow().Match(line) is not { Success: true } facts)
        {
            return false;
        }

        var labels = facts.Groups["label"].Captures.Select(label => label.Value.Trim()).ToList();
        if (!labels.TrueForAll(FactLabel.Is))
        {
            return false;
        }

        foreach (var (label, value) in labels.Zip(facts.Groups["value"].Captures.Select(value => value.Value)))
        {
            Take(label, value);
        }

        LeaveOut("a line of facts about the document was read and left out", [line]);
        return true;
    }

    private bool TakesLabelled(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (
            colon <= 0
            || !FactLabel.Is(line[..colon])
            || line[(colon + 1)..].Trim() is not { } value
            || value.Split(' ').Length > LongestValue
            || IsRule(value)
        )
        {
            return false;
        }

        Take(line[..colon], value);
        LeaveOut("a line of facts about the document was read and left out", [line]);
        return true;
    }

    // "Signed: ________  Date: ________"
    private bool TakesBlank(string line)
    {
        if (!Blank().IsMatch(line) || IsRule(line))
        {
            return false;
        }

        LeaveOut("a line to be filled in was left out", [line]);
        return true;
    }

    private void Date(ReviewKind kind, string month, string said)
    {
        switch (kind)
        {
            case ReviewKind.Next:
                _notes.Add(
                    $"the next review that the document names is not its last, so it was not taken for that: \"{said}\""
                );
                break;
            case ReviewKind.Unclear:
                _notes.Add(
                    $"whether this is the last review or the next could not be told: \"{said}\"; if it is the last, "
                        + $"write it as `reviewed: {month}`"
                );
                break;
            case ReviewKind.Last:
                _last = Later(_last, month);
                break;
            case ReviewKind.Issue:
                _issued = Later(_issued, month);
                break;
            default:
                _alone ??= month;
                break;
        }
    }

    private static string Later(string? before, string month) =>
        before is null || string.CompareOrdinal(month, before) > 0 ? month : before;

    [GeneratedRegex(
        @"\b(?:must|should|shall|never|may not|do not|don['’]t|will not|cannot|only|always|are (?:not|expected|"
            + @"required|encouraged|advised|permitted|allowed|responsible))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Obligation();

    [GeneratedRegex(
        @"^v?\d{1,3}(?:\.\d{1,3}){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex VersionNumber();

    [GeneratedRegex(
        @"^(?:(?<label>[A-Za-z][A-Za-z'’() ]{2,60}?)\s*[:–-]?\s*(?<value>v?\d{1,3}(?:\.\d{1,3}){1,2}|"
            + @"\d{1,2}(?=\s{2}|\s*[|,;]|\s+[A-Z]|$)|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|"
            + @"May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
            + @"Dec)\.?,?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?|(?:annually|annual|yearly|"
            + @"termly|biennially|every\s\w+\s(?:years|months))\b|(?:Spring|Summer|Autumn)(?:\sterm)?\s\d{4})[\s|"
            + @",;.–-]*)+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex FactsInARow();

    [GeneratedRegex(
        @"\b(?:signed|signature|name|date|chair|headteacher|position|role)\b[^_.…]{0,40}(?:_{3,}|\.{5,}|…{2,})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Blank();

    [GeneratedRegex(
        @"\b[A-Z]\.?\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Initials();

    [GeneratedRegex(
        @"\b(?:Mr|Mrs|Ms|Miss|Dr|Rev)\.?\s+(?:[A-Z]\.?\s+){0,2}[A-Z][a-z]+(?:-[A-Z][a-z]+)?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex PersonName();
}
