using System.Globalization;
using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Collects what a document says about itself: versions, dates of review, the month at its end.</summary>
internal sealed partial class DocumentFacts
{
    private const int LongestColumnName = 3; // words
    private const int LongestName = 5; // words

    private readonly List<ImportedVersion> _history = [];
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);
    private string? _reviewed;
    private bool _isVersionTable;

    public IEnumerable<string> Notes => _notes;

    public ImportedFacts Facts => new(_reviewed, [.. _history]);

    /// <summary>Takes a line if it is a fact about the document and no clause of it.</summary>
    public bool Takes(string line, bool isBeforeClauses)
    {
        var cells = line.Split('\t', StringSplitOptions.TrimEntries);
        if (cells.Length == 1)
        {
            return TakesDate(line);
        }

        if (cells.Any(cell => cell.Equals("version", StringComparison.OrdinalIgnoreCase)))
        {
            return _isVersionTable = true;
        }

        if (_isVersionTable && VersionNumber().IsMatch(cells[0]))
        {
            _history.Add(new(cells[0], cells.Skip(1).Select(Month).FirstOrDefault(month => month is not null), string.Join(' ', cells.Skip(1).Where(cell => Month(cell) is null && cell.Length > 0))));
            return true;
        }

        _isVersionTable = false;
        var isClause = (cells.Length == 2 && Marker.Of(line).Kind == MarkerKind.Number) || (IsRule(line) && Month(cells[0]) is null);
        return isBeforeClauses && !isClause && TakesCells(cells);
    }

    /// <summary>Takes a row that only names the columns of a table of rules.</summary>
    public bool TakesColumnNames(string line, string? next)
    {
        var cells = line.Split('\t', StringSplitOptions.TrimEntries);
        if (cells.Length < 2 || next is null || !IsRule(next) || !next.Contains('\t', StringComparison.Ordinal)
            || cells.Any(cell => cell.Length == 0 || cell.Split(' ').Length > LongestColumnName || IsRule(cell)))
        {
            return false;
        }

        _notes.Add($"the headings of a table were left out: \"{Short(string.Join(" | ", cells))}\"");
        return true;
    }

    /// <summary>A row as text: "Staff: must not message pupils".</summary>
    public static string Text(string row)
    {
        var cells = row.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cells is [var first, var second] && first.Split(' ').Length <= LongestName ? $"{first.TrimEnd(':')}: {second}" : string.Join(" | ", cells);
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

    /// <summary>A month such as "November 2023" as <c>2023-11</c>, or <see langword="null"/> if the text is none.</summary>
    public static string? Month(string text) =>
        DateTime.TryParseExact(text.Trim().TrimEnd('.'), ["MMMM yyyy", "MMM yyyy", "d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;

    private bool TakesDate(string line)
    {
        if (Month(line) is not { } month)
        {
            return false;
        }

        _reviewed ??= month;
        return true;
    }

    // "Date of last review:	October 2025	Review period:	Annually"
    private bool TakesCells(string[] cells)
    {
        for (var at = 0; at + 1 < cells.Length; at++)
        {
            if (cells[at].Contains("review", StringComparison.OrdinalIgnoreCase) && Month(cells[at + 1]) is { } month)
            {
                _reviewed = month;
            }

            if (cells[at].Contains("ratified", StringComparison.OrdinalIgnoreCase) && cells[at + 1].Length == 0)
            {
                _notes.Add("the document leaves the date of its ratification empty");
            }
        }

        WithoutNames(string.Join(' ', cells));
        if (Month(cells[0]) is { } row && cells.Skip(1).Any(cell => cell.Length > 0))
        {
            _reviewed = _reviewed is null || string.CompareOrdinal(row, _reviewed) > 0 ? row : _reviewed;
        }

        cells = [.. cells.Select(cell => Initials().Replace(cell, "[name left out]"))];
        _notes.Add($"a table of facts about the document was read and left out: \"{Short(string.Join(" | ", cells.Select(WithoutNames)))}\"");
        return true;
    }

    private static bool IsRule(string text) => Obligation().IsMatch(text);

    private static string Short(string text) => text.Length <= 80 ? text : text[..80];

    [GeneratedRegex(@"\b(?:must|should|shall|never|may not|do not|will not|cannot|only|always|are (?:not|expected|required|encouraged|advised|permitted|allowed|responsible))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Obligation();

    [GeneratedRegex(@"^v?\d{1,3}(?:\.\d{1,3})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"\b[A-Z]\.?\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Initials();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Rev)\.?\s+(?:[A-Z]\.?\s+){0,2}[A-Z][a-z]+(?:-[A-Z][a-z]+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PersonName();
}
