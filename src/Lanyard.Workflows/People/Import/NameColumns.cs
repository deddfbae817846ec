namespace Lanyard.Workflows.People.Import;

/// <summary>Puts the name that a person goes by together from the columns of a list. A legal name stands in only where
/// no other is given, and is not kept beside it.</summary>
internal static class NameColumns
{
    /// <summary>The name; <see langword="null"/> if no column tells one.</summary>
    public static string? Read(Func<string, string?> cell)
    {
        string? Filled(params ReadOnlySpan<string> columns)
        {
            foreach (var column in columns)
            {
                if (cell(column) is { Length: > 0 } text)
                {
                    return text;
                }
            }

            return null;
        }

        var preferred = Filled(PeopleColumns.PreferredName);
        if (preferred?.Contains(' ', StringComparison.Ordinal) == true)
        {
            return InOrder(preferred);
        }

        var chosenFirst = Filled(PeopleColumns.PreferredFirstName) ?? preferred;
        var chosenLast = Filled(PeopleColumns.PreferredLastName);
        var full = Filled(PeopleColumns.Name, PeopleColumns.LegalName) is { } text ? InOrder(text) : null;
        var first = chosenFirst ?? Filled(PeopleColumns.FirstName, PeopleColumns.LegalFirstName);
        var last = chosenLast ?? Filled(PeopleColumns.LastName, PeopleColumns.LegalLastName);
        return full is null ? $"{first} {last}".Trim()
            : chosenFirst is null && chosenLast is null ? full
            : $"{chosenFirst ?? First(full)} "
                + $"{chosenLast ?? Filled(PeopleColumns.LastName, PeopleColumns.LegalLastName) ?? Last(full)}".Trim();
    }

    // "Fox, Jonathan" is Jonathan Fox.
    private static string InOrder(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first]
            && !IsSuffix(first) ? $"{first} {last}" : text;

    private static bool IsSuffix(string text) =>
        text.TrimEnd('.').ToUpperInvariant() is "JR" or "SR" or "II" or "III" or "IV" or "JUNIOR" or "SENIOR";

    private static string First(string full) => full.Split(' ', 2)[0];

    private static string Last(string full) => full.Split(' ', 2) is [_, var rest] ? rest : "";
}
