using System.Collections.Frozen;
using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads people from the tables of a OneRoster CSV bundle, version 1.2, or 1.1, whose users.csv holds the roles itself.</summary>
/// <remarks>Source: 1EdTech OneRoster 1.2 Rostering Service, CSV binding; OneRoster 1.1, CSV tables.</remarks>
public sealed class OneRosterBundle
{
    private const string NotInUse = "tobedeleted";

    private readonly CsvTable _users;
    private readonly CsvTable? _roles;
    private readonly DateOnly _today;
    private readonly OneRosterPlaces _places;
    private readonly OneRosterManifest _manifest;
    private readonly List<ImportProblem> _problems = [];
    private readonly List<ImportNote> _notes = [];
    private readonly List<ImportRow> _gone = [];
    private readonly List<string> _mentioned = [];

    private OneRosterBundle(CsvTable orgs, CsvTable users, CsvTable? roles, CsvTable? manifest, DateOnly today)
    {
        (_users, _roles, _today, _places, _manifest) = (
            users, roles, today, new(orgs), OneRosterManifest.Read(manifest));
        _notes.AddRange(_manifest.Notes());
    }

    /// <summary>The system whose ids a bundle has.</summary>
    public const string Source = "OneRoster";

    /// <summary>The roles that a bundle can take away. It does not know the others, so whoever has them keeps them.</summary>
    public static FrozenSet<string> RolesItKnows { get; } = new[] { "teacher", "teaching assistant", RoleNames.Student, "parent", "staff" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of the files that are read.</summary>
    public static IReadOnlyCollection<string> Files { get; } = ["orgs.csv", "users.csv", "roles.csv", "manifest.csv"];

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
        return missing is null ? new OneRosterBundle(orgs, users, roles, Table("manifest.csv"), today).Read()
            : ImportedPeople.Refused(missing);
    }

    private static IEnumerable<string> Missing(CsvTable table, params IEnumerable<string> columns) =>
        columns.Where(column => table.Find(column) < 0).Select(column => $"{table.Name} has no column {column}");

    private ImportedPeople Read()
    {
        // its lines
        var rolesOf = (_roles?.Lines ?? [])
            .ToLookup(line => CsvTable.Cell(line, _roles!.Find("userSourcedId")), StringComparer.Ordinal);
        var rows = new List<ImportRow>();
        foreach (var line in _users.Lines)
        {
            if (User(line, [.. rolesOf[Of(line, "sourcedId")]]) is { } row)
            {
                rows.Add(row);
            }
        }

        var users = _users.Lines.Select(line => Of(line, "sourcedId")).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(
            rolesOf.Where(_ => _manifest.HasRolesDelta && _manifest.HasUsersDelta)
            .Where(roles => !users.Contains(roles.Key)).Select(RolesAlone).OfType<ImportRow>());
        return new(
            rows, _problems, _notes) { Source = Source, IsOnlyChanges = _manifest.HasUsersDelta, Gone = _gone,
            Mentioned = _mentioned };
    }

    private ImportRow? User(CsvLine line, List<CsvLine> roleLines)
    {
        if (!IsInUse(_users, line))
        {
            _gone.Add(Row(line, roles: null));
            return null;
        }

        if (Of(line, "enabledUser").ToUpperInvariant() is "FALSE" or "0" or "NO")
        {
            _mentioned.Add(Of(line, "sourcedId"));
            _notes.Add(
                new(line.Line, "Left out, because users.csv says that this person is switched off (enabledUser)."));
            return null;
        }

        var before = _problems.Count;
        List<ImportedRole> roles = [
            .. (_roles is null ? RolesInUsers(line) : Current(line.Line, roleLines)).Distinct()];
        if (_problems.Count > before && roles.Count == 0)
        {
            return null; // its problem is told already
        }

        return _manifest.HasRolesDelta && roleLines.Count == 0 ? Row(line, roles: null) with { RolesIfNew = roles }
            : Row(line, roles) with { IsRolesDelta = _manifest.HasRolesDelta, RolesGone = _manifest.HasRolesDelta
                ? [.. Ended(line.Line, roleLines)] : [] };
    }

    // Roles that changed of somebody who did not change otherwise.
    private ImportRow? RolesAlone(IGrouping<string, CsvLine> roles)
    {
        var (before, line) = (_problems.Count, roles.First().Line);
        var current = Current(line, [.. roles]).ToList();
        return _problems.Count > before ? null
            : new(line, roles.Key, Name: null, Email: null, current, YearGroup: null, Upn: null,
                KeepsOtherRoles: true) { IsRolesDelta = true, RolesGone = [.. Ended(line, [.. roles])] };
    }

    private static bool IsInUse(CsvTable table, CsvLine line) => !CsvTable.Cell(line, table.Find("status")).Equals(NotInUse, StringComparison.OrdinalIgnoreCase);

    // lines of it
    private IEnumerable<ImportedRole> Current(int line, List<CsvLine> roles) =>
        roles.Where(role => IsInUse(_roles!, role) && IsNow(line, role)).SelectMany(role => Role(line, role));

    private IEnumerable<ImportedRole> Ended(int line, List<CsvLine> roles) =>
        // lines of it
        roles.Where(role => !IsInUse(_roles!, role) || IsOver(role))
            .SelectMany(role => Role(line, role, isEnded: true));

    // a line of it
    private bool IsOver(CsvLine role) =>
        WrittenDay.TryRead(CsvTable.Cell(role, _roles!.Find("endDate")), out var end, out _) && end < _today;

    // A date that cannot be read is no date that can be relied on: the role is not given.
    private bool IsNow(int line, CsvLine role) =>
        TryDay(line, role, "beginDate", out var begin) & TryDay(line, role, "endDate", out var end) && !(begin > _today)
            && !(end < _today);

    private bool TryDay(int line, CsvLine role, string column, out DateOnly? day)
    {
        day = null;
        var text = CsvTable.Cell(role, _roles!.Find(column)); // a line of it
        if (text.Length == 0)
        {
            return true;
        }

        if (WrittenDay.TryRead(text, out var read, out var problem))
        {
            day = read;
            return true;
        }

        _problems.Add(
            new(line, $"{problem}, on line {role.Line} of roles.csv ({column})",
            "Write it as 2026-08-31. The role is not given until then."));
        return false;
    }

    private string Of(CsvLine user, string column) => CsvTable.Cell(user, _users.Find(column));

    private ImportRow Row(CsvLine line, List<ImportedRole>? roles)
    {
        var isPupil = roles?.Exists(role => role.Text == RoleNames.Student) == true;
        var given = Of(line, "preferredGivenName") is { Length: > 0 } preferred ? preferred : Of(line, "givenName");
        var family = Of(line, "preferredFamilyName") is { Length: > 0 } chosen ? chosen : Of(line, "familyName");
        var (year, upn) = roles is null ? (null, null) : isPupil ? (YearGroup(line), Upn(line)) : ("", "");
        return new(
            line.Line, Of(line, "sourcedId"), $"{given} {family}".Trim(), Of(line, "email"), roles, year, upn,
            KeepsOtherRoles: true);
    }

    private IEnumerable<ImportedRole> RolesInUsers(CsvLine user)
    {
        var role = LanyardRole(user.Line, Of(user, "role"), isPrimary: true);
        return Of(user, "orgSourcedIds")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(org => At(user.Line, role, org, isEnded: false));
    }

    private IEnumerable<ImportedRole> Role(int line, CsvLine role, bool isEnded = false)
    {
        string Cell(string column) => CsvTable.Cell(role, _roles!.Find(column)); // its line
        var isPrimary = !Cell("roleType").Equals("secondary", StringComparison.OrdinalIgnoreCase);
        return At(line, LanyardRole(line, Cell("role"), isPrimary), Cell("orgSourcedId"), isEnded);
    }

    private IEnumerable<ImportedRole> At(int line, string role, string org, bool isEnded)
    {
        if (_places.Find(org) is { } place)
        {
            return [new(role, place)];
        }

        if (!isEnded)
        {
            _problems.Add(
                new(line, $"The organisation `{org}` is not in orgs.csv",
                "Export the bundle again with all of its schools."));
        }

        return [];
    }

    private string LanyardRole(int line, string text, bool isPrimary)
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
                _notes.Add(
                    new(line,
                    $"The role `{text}` becomes staff. Change the person's roles afterwards if it should be another."));
                return "staff";
        }
    }

    private string YearGroup(CsvLine line) =>
        Of(line, "grades")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..]
            ? first : "";

    // As {type:id}, several of them with commas between.
    private string Upn(CsvLine line) =>
        Of(line, "userIds").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id => id.Trim('{', '}').Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is [var type, _] && type.Equals("UPN", StringComparison.OrdinalIgnoreCase)).Select(parts => parts[1]).FirstOrDefault() ?? "";
}
