using System.Text.RegularExpressions;

namespace Lanyard.Workflows.People.Import;

/// <summary>What spreadsheets do to ids.</summary>
internal static partial class Ids
{
    /// <summary>Whether an id is a long number that a spreadsheet has rounded, such as 3.1E+11.</summary>
    public static bool IsCut(string id) => Rounded().IsMatch(id);

    /// <summary>The id without the zeros in front and the point behind that saving in a spreadsheet takes away or
    /// adds.</summary>
    public static string WithoutZeros(string id) =>
        Point().Replace(id.Trim(), "").TrimStart('0') is { Length: > 0 } rest ? rest.ToUpperInvariant() : "0";

    [GeneratedRegex(@"^\s*(?:\d+[.,]\d+E\+?\d+|\d+E\+\d+)\s*$", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Rounded();

    [GeneratedRegex(@"(?<=^\d+)[.,]0+$", RegexOptions.None, 2000)]
    private static partial Regex Point();
}
