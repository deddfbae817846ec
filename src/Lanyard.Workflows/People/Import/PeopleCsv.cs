using System.Collections.Immutable;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads people from a CSV file of Lanyard's own form, in any order of columns.</summary>
public static class PeopleCsv
{
    private const string Id = "id";
    private const string Name = "name";
    private const string FirstName = "first name";
    private const string LastName = "last name";
    private const string Email = "email";
    private const string Roles = "roles";
    private const string School = "school";
    private const string Year = "year group";
    private const string Upn = "upn";

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = Id, ["externalid"] = Id, ["personid"] = Id, ["name"] = Name, ["fullname"] = Name, ["firstname"] = FirstName, ["forename"] = FirstName,
        ["givenname"] = FirstName, ["lastname"] = LastName, ["surname"] = LastName, ["familyname"] = LastName, ["email"] = Email, ["emailaddress"] = Email,
        ["role"] = Roles, ["roles"] = Roles, ["school"] = School, ["schoolname"] = School, ["yeargroup"] = Year, ["year"] = Year, ["upn"] = Upn, ["uniquepupilnumber"] = Upn,
    };

    /// <summary>The header of a file, and a few lines that show how it is filled in.</summary>
    public static string Template { get; } =
        "id,name,email,roles,school,year group,upn\r\n"
        + "S1001,Jo Carter,jo.carter@school.example,teacher,Name of the school,,\r\n"
        + "S1002,Sam Reed,sam.reed@school.example,deputy designated safeguarding lead; governor @ whole organisation,Name of the school,,\r\n"
        + "P2001,Alex Moss,,student,Name of the school,7,\r\n";

    /// <summary>What a file tells about people.</summary>
    public static ImportedPeople Read(CsvTable table)
    {
        var found = table.Header.Select(header => Columns.GetValueOrDefault(Plain(header))).ToList();
        if (found.OfType<string>().GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return ImportedPeople.Refused($"Two columns are for the {twice.Key}. Remove one of them");
        }

        var places = found.Select((column, at) => (Column: column, At: at)).Where(pair => pair.Column is not null).ToDictionary(pair => pair.Column!, pair => pair.At, StringComparer.Ordinal); // those without are left out
        if (!(places.ContainsKey(Name) || places.ContainsKey(FirstName) || places.ContainsKey(LastName)) || !(places.ContainsKey(Id) || places.ContainsKey(Email)))
        {
            return ImportedPeople.Refused("The first line must name the columns: a name, and an id or an email. Download the template to see how");
        }

        var notes = table.Header.Where((header, at) => found[at] is null && header.Trim().Length > 0).Select(Unread).ToImmutableArray();
        var problems = new List<ImportProblem>();
        var rows = new List<ImportRow>();
        foreach (var line in table.Lines)
        {
            if (line.Cells.Skip(table.Header.Count).Any(cell => cell.Trim().Length > 0))
            {
                problems.Add(new(line.Line, $"The line has {line.Cells.Count} cells, but the first line names {table.Header.Count}", "Put quotation marks around a cell that holds the separator, such as \"Carter, Jo\"."));
                continue;
            }

            rows.Add(Row(line, places));
        }

        return new(rows, problems, notes);
    }

    private static ImportNote Unread(string header) =>
        new(0, Suggestion.Nearest(Plain(header), Columns.Keys) is { } meant ? $"The column `{header.Trim()}` was not read. Did you mean {Columns[meant]}?" : $"The column `{header.Trim()}` was not read.");

    private static ImportRow Row(CsvLine line, Dictionary<string, int> places)
    {
        string? Cell(string column) => places.TryGetValue(column, out var at) ? CsvTable.Cell(line, at) : null;
        return new(line.Line, Cell(Id), Cell(Name) ?? $"{Cell(FirstName)} {Cell(LastName)}".Trim(), Cell(Email), RolesOf(Cell(Roles), Cell(School) ?? ""), Cell(Year), Cell(Upn));
    }

    private static List<ImportedRole>? RolesOf(string? text, string school) =>
        text is null ? null : [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => RoleOf(part, school))];

    private static ImportedRole RoleOf(string part, string school) =>
        part.Split('@', 2, StringSplitOptions.TrimEntries) is [var role, var place] ? new(role, place) : new(part, school);

    private static string Plain(string header) => new([.. header.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
