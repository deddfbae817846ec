using System.Collections.Frozen;
using System.Globalization;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads people from the tables of a OneRoster CSV bundle, version 1.2, or 1.1, whose users.csv holds the roles itself.</summary>
/// <remarks>Source: 1EdTech OneRoster 1.2 Rostering Service, CSV binding; OneRoster 1.1, CSV tables.</remarks>
public sealed class OneRosterBundle
{
    private const string NotInUse = "tobedeleted";

    // How the organisation types of OneRoster that are no school are spelt.
    private static readonly HashSet<string> Above = new(["district", "local", "state", "national"], StringComparer.OrdinalIgnoreCase);

    private readonly CsvTable _users;
    private readonly CsvTable? _roles;
    private readonly DateOnly _today;
    private readonly Dictionary<string, string> _places;
    private readonly List<ImportProblem> _problems = [];
    private readonly List<ImportNote> _notes = [];

    private OneRosterBundle(CsvTable orgs, CsvTable users, CsvTable? roles, DateOnly today)
    {
        (_users, _roles, _today) = (users, roles, today);
        var (id, name, type) = (orgs.Find("sourcedId"), orgs.Find("name"), orgs.Find("type"));
        _places = orgs.Lines.DistinctBy(line => CsvTable.Cell(line, id))
            .ToDictionary(line => CsvTable.Cell(line, id), line => Place(CsvTable.Cell(line, id), CsvTable.Cell(line, name), CsvTable.Cell(line, type)), StringComparer.Ordinal);
    }

    /// <summary>The roles that a bundle can take away. It does not know the others, so whoever has them keeps them.</summary>
    public static FrozenSet<string> RolesItKnows { get; } = new[] { "teacher", "teaching assistant", RoleNames.Student, "parent", "staff" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of the files that are read.</summary>
    public static IReadOnlyCollection<string> Files { get; } = ["orgs.csv", "users.csv", "roles.csv"];

    /// <summary>What a bundle tells about people.</summary>
    /// <param name="tables">The files that are in it.</param>
    /// <param name="today">The day: a role that is over, or has not begun, is none.</param>
    public static ImportedPeople Read(IReadOnlyCollection<CsvTable> tables, DateOnly today)
    {
        CsvTable? Table(string name) => tables.FirstOrDefault(table => table.Name == name);
        if (Table("orgs.csv") is not { } orgs || Table("users.csv") is not { } users)
        {
            return ImportedPeople.Refused("The bundle must hold orgs.csv and users.csv");
        }

        var roles = Table("roles.csv");
        var missing = Missing(orgs, "sourcedId", "name", "type").Concat(Missing(users, "sourcedId", "givenName", "familyName"))
            .Concat(roles is null ? Missing(users, "role", "orgSourcedIds") : Missing(roles, "userSourcedId", "role", "orgSourcedId")).FirstOrDefault();
        return missing is null ? new OneRosterBundle(orgs, users, roles, today).Read() : ImportedPeople.Refused(missing);
    }

    // A school without a name is not the whole organisation.
    private static string Place(string id, string name, string type) => Above.Contains(type) ? "" : name.Length > 0 ? name : id;

    private static IEnumerable<string> Missing(CsvTable table, params IEnumerable<string> columns) =>
        columns.Where(column => table.Find(column) < 0).Select(column => $"{table.Name} has no column {column}");

    private ImportedPeople Read()
    {
        var rolesOf = (_roles?.Lines ?? []).Where(line => IsInUse(_roles!, line) && IsNow(_roles!, line)) // lines of it
            .ToLookup(line => CsvTable.Cell(line, _roles!.Find("userSourcedId")), StringComparer.Ordinal); // as above
        var rows = new List<ImportRow>();
        foreach (var line in _users.Lines)
        {
            if (!IsInUse(_users, line))
            {
                continue;
            }

            if (Of(line, "enabledUser").Equals("false", StringComparison.OrdinalIgnoreCase))
            {
                _notes.Add(new(line.Line, "Left out, because users.csv says that this person is switched off (enabledUser)."));
                continue;
            }

            List<ImportedRole> roles = [.. _roles is null ? RolesInUsers(line) : rolesOf[Of(line, "sourcedId")].SelectMany(role => Role(line, role))];
            if (_problems.Count == 0 || _problems[^1].Line != line.Line)
            {
                rows.Add(Row(line, roles));
            }
        }

        return new(rows, _problems, _notes);
    }

    private static bool IsInUse(CsvTable table, CsvLine line) => !CsvTable.Cell(line, table.Find("status")).Equals(NotInUse, StringComparison.OrdinalIgnoreCase);

    private bool IsNow(CsvTable roles, CsvLine line)
    {
        DateOnly? Day(string column) =>
            DateOnly.TryParseExact(CsvTable.Cell(line, roles.Find(column)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return !(Day("beginDate") > _today) && !(Day("endDate") < _today);
    }

    private string Of(CsvLine user, string column) => CsvTable.Cell(user, _users.Find(column));

    private ImportRow Row(CsvLine line, List<ImportedRole> roles)
    {
        var isPupil = roles.Any(role => role.Text == RoleNames.Student);
        var given = Of(line, "preferredGivenName") is { Length: > 0 } preferred ? preferred : Of(line, "givenName");
        var family = Of(line, "preferredFamilyName") is { Length: > 0 } chosen ? chosen : Of(line, "familyName");
        return new(line.Line, Of(line, "sourcedId"), $"{given} {family}".Trim(), Of(line, "email"), [.. roles.Distinct()], isPupil ? YearGroup(line) : "", isPupil ? Upn(line) : "", KeepsOtherRoles: true);
    }

    private IEnumerable<ImportedRole> RolesInUsers(CsvLine user)
    {
        var role = LanyardRole(user, Of(user, "role"), isPrimary: true);
        return Of(user, "orgSourcedIds").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(org => At(user, role, org));
    }

    private IEnumerable<ImportedRole> Role(CsvLine user, CsvLine line)
    {
        string Cell(string column) => CsvTable.Cell(line, _roles!.Find(column)); // its line
        var isPrimary = !Cell("roleType").Equals("secondary", StringComparison.OrdinalIgnoreCase);
        return At(user, LanyardRole(user, Cell("role"), isPrimary), Cell("orgSourcedId"));
    }

    private IEnumerable<ImportedRole> At(CsvLine user, string role, string org)
    {
        if (_places.TryGetValue(org, out var place))
        {
            return [new(role, place)];
        }

        _problems.Add(new(user.Line, $"The organisation `{org}` is not in orgs.csv", "Export the bundle again with all of its schools."));
        return [];
    }

    private string LanyardRole(CsvLine user, string text, bool isPrimary)
    {
        switch (text.ToUpperInvariant())
        {
            case "PRINCIPAL" when isPrimary:
                return "headteacher";
            case "TEACHER":
                return "teacher";
            case "AIDE":
                return "teaching assistant";
            case "STUDENT":
                return RoleNames.Student;
            case "PARENT" or "GUARDIAN" or "RELATIVE":
                return "parent";
            default:
                _notes.Add(new(user.Line, $"The role `{text}` becomes staff. Change the person's roles afterwards if it should be another."));
                return "staff";
        }
    }

    private string YearGroup(CsvLine line)
    {
        var grades = Of(line, "grades").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (grades.Length == 0)
        {
            return "";
        }

        if (DetailChecks.TryReadYearGroup(grades[0], out _))
        {
            return grades[0];
        }

        _notes.Add(new(line.Line, $"The grade `{grades[0]}` is not a year group, and was left out."));
        return "";
    }

    // As {type:id}, several of them with commas between.
    private string Upn(CsvLine line) =>
        Of(line, "userIds").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id => id.Trim('{', '}').Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is [var type, _] && type.Equals("UPN", StringComparison.OrdinalIgnoreCase)).Select(parts => parts[1]).FirstOrDefault() ?? "";
}
