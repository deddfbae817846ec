using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Takes away what belongs to the page and not to the policy: running heads, page numbers, bookmarks, contents.</summary>
internal static partial class PageFurniture
{
    private const int Edge = 3; // lines at the top and bottom of a page that may be running heads

    public static List<RawLine> Remove(string text, out List<string> notes)
    {
        notes = [];
        var pages = text.Split('\f').Select(page => page.Split('\n').Select(Clean).ToList()).ToList();
        var repeated = Repeated(pages);
        var lines = new List<RawLine>();
        var dropped = 0;
        foreach (var page in pages)
        {
            for (var at = 0; at < page.Count; at++)
            {
                var isEdge = IsEdge(page, at) && pages.Count > 1;
                if (isEdge && (repeated.Contains(Shape(page[at])) || PageNumber().IsMatch(page[at])))
                {
                    dropped++;
                    continue;
                }

                lines.Add(Heading(page[at]));
            }
        }

        dropped += RemoveContents(lines);
        if (dropped > 0)
        {
            notes.Add($"{dropped} lines of page furniture (running heads, page numbers, contents) were left out");
        }

        return lines;
    }

    // "CONTENTS", and the lines below it that end in a page number.
    private static int RemoveContents(List<RawLine> lines)
    {
        var start = lines.FindIndex(line => ContentsTitle().IsMatch(line.Text));
        if (start < 0)
        {
            return 0;
        }

        var end = start + 1;
        while (end < lines.Count && (lines[end].IsBlank || EndsInPage().IsMatch(lines[end].Text)))
        {
            end++;
        }

        var isContents = lines.Skip(start).Take(end - start).Count(line => EndsInPage().IsMatch(line.Text)) >= 2;
        if (isContents)
        {
            lines.RemoveRange(start, end - start);
        }

        return isContents ? end - start : 0;
    }

    private static HashSet<string> Repeated(List<List<string>> pages) =>
        [
            .. pages.SelectMany(page => Enumerable.Range(0, page.Count).Where(at => IsEdge(page, at)).Select(at => Shape(page[at])).Distinct())
                .Where(shape => shape.Length > 0)
                .GroupBy(shape => shape)
                .Where(group => group.Count() >= 2 && group.Count() * 2 >= pages.Count)
                .Select(group => group.Key),
        ];

    private static bool IsEdge(List<string> page, int at)
    {
        if (string.IsNullOrWhiteSpace(page[at]))
        {
            return false;
        }

        var before = page.Take(at).Count(line => !string.IsNullOrWhiteSpace(line));
        return before < Edge || page.Skip(at + 1).Count(line => !string.IsNullOrWhiteSpace(line)) < Edge;
    }

    private static string Shape(string line) => Digits().Replace(string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "#");

    private static string Clean(string line)
    {
        var clean = Bookmark().Replace(line, "").Replace('\u00a0', ' ').Replace('\u200b', ' ').Replace('\u00ad', ' ').TrimEnd();
        return clean.TrimStart('\uFEFF');
    }

    private static RawLine Heading(string line)
    {
        var hashes = line.TakeWhile(letter => letter == '#').Count();
        return hashes is > 0 and <= 6 && line.Length > hashes && line[hashes] == ' '
            ? new(line[hashes..].Trim().TrimEnd('#').Trim().Trim('*'), hashes)
            : new(line);
    }

    [GeneratedRegex(@"\[(?:bookmark|image|footnote|comment)[^\]]{0,200}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Bookmark();

    [GeneratedRegex(@"^\s*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\s*(?:table of )?contents\s*:?\s*(?:page)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ContentsTitle();

    [GeneratedRegex(@"[\s.\t]\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex EndsInPage();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Digits();
}
