using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Takes away what belongs to the page and not to the policy: running heads, page numbers, bookmarks,
/// contents.</summary>
internal static partial class PageFurniture
{
    private const int Edge = 3; // lines at the top and bottom of a page that may be running heads

    public static List<RawLine> Remove(string text, out List<string> notes)
    {
        var pages = text.Split('\f').Select(page => page.Split('\n').Select(Clean).ToList()).ToList();
        var repeated = Repeated(pages);
        var lines = new List<RawLine>();
        var dropped = new List<string>();
        foreach (var page in pages)
        {
            var edges = Edges(page);
            var isAfterPage = pages.Count > 1 && lines.Count > 0;
            for (var at = 0; at < page.Count; at++)
            {
                var isFurniture =
                    (
                        pages.Count > 1
                        && edges.Contains(at)
                        && (repeated.Contains(Shape(page[at])) || PageNumber().IsMatch(page[at]))
                    ) || IsFoot(page, at, repeated);
                if (isFurniture)
                {
                    dropped.Add(page[at].Trim());
                }
                else
                {
                    lines.Add(Heading(page[at]) with { IsAfterPage = isAfterPage });
                }

                isAfterPage = isFurniture || (isAfterPage && string.IsNullOrWhiteSpace(page[at]));
            }
        }

        dropped.AddRange(RemoveContents(lines));
        notes =
            dropped.Count == 0
                ? []
                :
                [
                    $"{dropped.Count} lines of page furniture (running heads, page numbers, contents) were left "
                        + $"out: \"{string.Join(" | ", dropped.Distinct(StringComparer.Ordinal))}\"",
                ];
        return lines;
    }

    // "Page 2 of 3" within a text, and the running heads beside it.
    private static bool IsFoot(List<string> page, int at, HashSet<string> repeated) =>
        NamedPage().IsMatch(page[at])
        || (
            repeated.Contains(Shape(page[at]))
            && (
                (at > 0 && NamedPage().IsMatch(page[at - 1]))
                || (at + 1 < page.Count && NamedPage().IsMatch(page[at + 1]))
            )
        );

    /// <summary>Takes out "CONTENTS", and the lines below it that end in a page number.</summary>
    public static List<string> RemoveContents(List<RawLine> lines)
    {
        var start = lines.FindIndex(line => ContentsTitle().IsMatch(line.Text));
        start =
            start < 0
                ? Enumerable
                    .Range(0, Math.Max(0, lines.Count - 2))
                    .FirstOrDefault(at => lines.GetRange(at, 3).TrueForAll(line => Leader().IsMatch(line.Text)), -1)
                : start;
        if (start < 0)
        {
            return [];
        }

        var end = start + 1;
        while (end < lines.Count && (lines[end].IsBlank || EndsInPage().IsMatch(lines[end].Text)))
        {
            end++;
        }

        var contents = lines
            .GetRange(start, end - start)
            .Select(line => line.Text.Trim())
            .Where(line => line.Length > 0)
            .ToList();
        if (contents.Count(line => EndsInPage().IsMatch(line)) < 2)
        {
            return [];
        }

        lines.RemoveRange(start, end - start);
        return contents;
    }

    // In a text without page breaks, what stands beside the numbers of its pages.
    private static HashSet<string> Repeated(List<List<string>> pages)
    {
        var shapes =
            pages.Count > 1
                ? pages.SelectMany(page => Edges(page).Select(at => Shape(page[at])).Distinct())
                : pages[0]
                    .Where(
                        (_, at) =>
                            (at > 0 && NamedPage().IsMatch(pages[0][at - 1]))
                            || (at + 1 < pages[0].Count && NamedPage().IsMatch(pages[0][at + 1]))
                    )
                    .Select(Shape);
        return
        [
            .. shapes
                .Concat(pages.SelectMany(BesideNumbers))
                .Where(shape => shape.Length > 0)
                .GroupBy(shape => shape)
                .Where(group => group.Count() >= 2 && group.Count() * 2 >= pages.Count)
                .Select(group => group.Key),
        ];
    }

    private static IEnumerable<string> BesideNumbers(List<string> page) =>
        page.Count(line => NamedPage().IsMatch(line)) < 2
            ? []
            : page.Where((_, at) => at > 0 && NamedPage().IsMatch(page[at - 1])).Select(Shape);

    // The first and the last few lines that say anything.
    private static HashSet<int> Edges(List<string> page)
    {
        var filled = Enumerable.Range(0, page.Count).Where(at => !string.IsNullOrWhiteSpace(page[at])).ToList();
        return [.. filled.Take(Edge), .. filled.TakeLast(Edge)];
    }

    private static string Shape(string line) =>
        Digits().Replace(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "#");

    private static string Clean(string line)
    {
        var clean = Bookmark()
            .Replace(line, "")
            .Replace('\u00a0', ' ')
            .Replace('\u200b', ' ')
            .Replace('\u00ad', ' ')
            .TrimEnd();
        return Symbols.Plain(clean.TrimStart('\uFEFF'));
    }

    private static RawLine Heading(string line)
    {
        var hashes = line.TakeWhile(letter => letter == '#').Count();
        return hashes is > 0 and <= 6 && line.Length > hashes && line[hashes] == ' '
            ? new(ClosingHashes().Replace(line[hashes..].Trim(), "").Trim('*'), hashes)
            : new(line);
    }

    [GeneratedRegex(
        @"\[(?:bookmark|image|footnote|comment)[^\]]{0,200}\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Bookmark();

    [GeneratedRegex(
        @"^\s*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^\s*(?:[-–—|]\s*)?page\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s*[-–—|])?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex NamedPage();

    [GeneratedRegex(
        @"^\s*(?:table of )?contents\s*:?\s*(?:page)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex ContentsTitle();

    [GeneratedRegex(
        @"\S(?:\t+|\s*\.{4,}\s*|\s*…{2,}\s*)[0-9]{1,3}\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Leader();

    [GeneratedRegex(
        @"[\s.\t]\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex EndsInPage();

    [GeneratedRegex(@"\s+#+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ClosingHashes();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Digits();
}
