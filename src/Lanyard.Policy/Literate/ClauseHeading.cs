using System.Globalization;

namespace Lanyard.Policy.Literate;

/// <summary>Tells the number of a clause from the words of its heading.</summary>
/// <remarks>
/// <c>3.12 Personal accounts</c> has the number 3.12. A document without numbers gives its clauses words instead, and
/// a colon ends them: <c>staff 1: Connections</c>. A heading with neither is its own number: <c>Review</c>.
/// </remarks>
internal static class ClauseHeading
{
    public static (string Id, string Title) Read(string heading)
    {
        var space = heading.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? heading : heading[..space];
        var colon = heading.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0)
        {
            return (heading[..colon].Trim(), heading[(colon + 2)..].Trim());
        }

        return IsNumber(first.TrimEnd('.')) ? (first.TrimEnd('.'), space < 0 ? "" : heading[space..].Trim()) : (Lower(heading), heading);
    }

    /// <summary>The first number missing between two clauses that follow each other, or none.</summary>
    public static string? FirstMissing(string before, string after)
    {
        if (!IsNumber(before) || !IsNumber(after))
        {
            return null;
        }

        var (left, right) = (Numbers(before), Numbers(after));
        for (var at = 0; at < right.Length; at++)
        {
            var from = at < left.Length ? left[at] : 0;
            if (right[at] == from && at < left.Length)
            {
                continue;
            }

            var isLast = at == right.Length - 1;
            return right[at] > from + 1 ? string.Join('.', [.. right[..at], from + 1])
                : isLast ? null
                : right[at + 1] > 1 ? string.Join('.', [.. right[..(at + 1)], 1])
                : null;
        }

        return null;
    }

    private static bool IsNumber(string word) =>
        word.Length > 0 && word.Length < 20 && word.Split('.').All(part => part.Length is > 0 and < 6 && part.All(char.IsAsciiDigit));

    private static int[] Numbers(string id) => [.. id.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private static string Lower(string heading) => heading.ToLowerInvariant();
}
