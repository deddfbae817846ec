using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People.Import;

/// <summary>Reads people from a list: a CSV file of Lanyard's own form, or as a school's system exports it, in any
/// order of columns.</summary>
public sealed class PeopleCsv
{
    private const int SampleCount = 2;
    private const int LongestSample = 60;

    private readonly CsvTable _table;
    private readonly ImportAnswers _answers;
    private readonly List<ImportProblem> _problems = [];
    private readonly List<ImportNote> _notes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private PeopleCsv(CsvTable table, ImportAnswers answers) => (_table, _answers) = (table, answers);

    /// <summary>The header of a file, and a few lines that show how it is filled in.</summary>
    public static string Template { get; } =
        "id,name,email,roles,school,year group,upn\r\n"
        + "S1001,Jo Carter,jo.carter@school.example,teacher,Name of the school,,\r\n"
        + "S1002,Sam Reed,sam.reed@school.example,deputy designated safeguarding lead; governor @ whole organisation,Name of the school,,\r\n"
        + "P2001,Alex Moss,,student,Name of the school,7,\r\n";

    /// <summary>What a file tells about people.</summary>
    /// <param name="table">The file.</param>
    /// <param name="answers">What somebody has said about it.</param>
    public static ImportedPeople Read(CsvTable table, ImportAnswers answers)
    {
        var (found, isUnderstood, passedOver) = HeaderFinder.Find(table, answers);
        return new PeopleCsv(found, answers).Read(isUnderstood, passedOver);
    }

    /// <summary>What tells files of one form: their headers, whatever their order.</summary>
    public static string Form(CsvTable table) =>
        string.Join(
            ' ', HeaderFinder.Find(table, ImportAnswers.None).Table.Header.Select(PeopleColumns.Plain)
            .Where(header => header.Length > 0).Order(StringComparer.Ordinal));

    private ImportedPeople Read(bool isUnderstood, IReadOnlyList<int> passedOver)
    {
        var columns = Columns();
        if (!isUnderstood)
        {
            return new([], [], []) { Columns = columns, NeedsColumns = true };
        }

        if (passedOver.Count > 0)
        {
            var lines = string.Join(", ", passedOver.Select(line => line.ToString(CultureInfo.InvariantCulture)));
            _notes.Add(
                new(0, $"{(passedOver.Count == 1 ? "Line" : "Lines")} {lines} stood above the header and "
                    + $"{(passedOver.Count == 1 ? "was" : "were")} passed over. The header is on line "
                    + $"{_table.HeaderLine}."));
        }

        List<ImportRow> rows = [.. _table.Lines.Select(Whole).OfType<CsvLine>().Select(Row)];
        var hasRoles = Has(PeopleColumns.Roles) || Has(PeopleColumns.JobTitle);
        return new(rows, _problems, _notes)
        {
            Columns = columns, NeedsRole = !hasRoles && _answers.Role is null,
            NeedsSchool = !Has(PeopleColumns.School) && _answers.School is null
                && rows.Exists(row => row.RolesSaid.Any(role => role.School.Length == 0)),
        };
    }

    private ImmutableArray<ColumnMatch> Columns()
    {
        var columns = ImmutableArray.CreateBuilder<ColumnMatch>();
        for (var at = 0; at < _table.Header.Count; at++)
        {
            var header = _table.Header[at].Trim();
            var column = PeopleColumns.Find(header, _answers);
            var isTwice = column is not null && !_places.TryAdd(column, at);
            if (header.Length == 0)
            {
                continue;
            }

            columns.Add(new(header, isTwice ? null : column, Samples(at)));
            if (isTwice)
            {
                // it is twice
                _notes.Add(
                    new(0, $"The column `{header}` was not read: `{_table.Header[_places[column!]].Trim()}` holds the "
                        + $"{column} already."));
            }
            else if (column is null && !_answers.Columns.ContainsKey(PeopleColumns.Plain(header)))
            {
                _notes.Add(
                    new(0, PeopleColumns.Nearest(header) is { } meant
                    ? $"The column `{header}` was not read. Did you mean {meant}?"
                    : $"The column `{header}` was not read."));
            }
        }

        return columns.ToImmutable();
    }

    private ImmutableArray<string> Samples(int at) =>
        [.. _table.Lines.Select(line => CsvTable.Cell(line, at)).Where(cell => cell.Length > 0)
            .Select(cell => cell[..Math.Min(cell.Length, LongestSample)]).Take(SampleCount)];

    private bool Has(string column) => _places.ContainsKey(column);

    // Two roles with a comma between them take two cells, where nobody has put quotation marks around them.
    private CsvLine? Whole(CsvLine line)
    {
        var more = line.Cells.Count - _table.Header.Count;
        if (more <= 0)
        {
            return line;
        }

        var isOver = line.Cells.Skip(_table.Header.Count).All(string.IsNullOrWhiteSpace);
        for (var pieces = more; pieces > 0; pieces--)
        {
            // Some of the cells too many may be separators at the end of the line.
            if ((pieces == more || isOver) && WithRolesTogether(line, pieces) is { } whole)
            {
                return whole;
            }
        }

        if (isOver)
        {
            return line;
        }

        _problems.Add(
            new(line.Line, $"The line has {line.Cells.Count} cells, but the header names {_table.Header.Count}",
            "Put quotation marks around a cell that holds the separator, such as \"Carter, Jo\"."));
        return null;
    }

    private CsvLine? WithRolesTogether(CsvLine line, int more)
    {
        var at = _places.TryGetValue(PeopleColumns.Roles, out var roles) ? roles
            : _places.GetValueOrDefault(PeopleColumns.JobTitle, -1);
        var isAmongRoles = _places.Any(
            place => place.Key is PeopleColumns.Roles or PeopleColumns.JobTitle && place.Value > at
                && place.Value <= at + more);
        if (at < 0 || isAmongRoles
            || !line.Cells.Skip(at).Take(more + 1).All(cell => RoleTexts.IsKnown(cell, _answers)))
        {
            return null;
        }

        _notes.Add(
            new(line.Line,
            $"Read as {more + 1} roles with commas between them: "
                + $"{string.Join(", ", line.Cells.Skip(at).Take(more + 1).Select(cell => cell.Trim()))}."));
        return new(
            line.Line,
            [.. line.Cells.Take(at), string.Join(';', line.Cells.Skip(at).Take(more + 1)),
            .. line.Cells.Skip(at + more + 1)]);
    }

    private ImportRow Row(CsvLine line)
    {
        string? Cell(string column) =>
            _places.TryGetValue(column, out var at) ? Visible(line.Line, column, CsvTable.Cell(line, at)) : null;
        var school = Cell(PeopleColumns.School) ?? _answers.School ?? "";
        var roles = Cell(PeopleColumns.Roles) ?? Cell(PeopleColumns.JobTitle);
        return new(
            line.Line, Cell(PeopleColumns.Id), NameColumns.Read(Cell), Cell(PeopleColumns.Email),
            RoleTexts.Split(roles, school, _answers), Cell(PeopleColumns.Year), Cell(PeopleColumns.Upn),
            KeepsOtherRoles: !Has(PeopleColumns.Roles))
        {
            Class = Cell(PeopleColumns.Class), BirthDate = Cell(PeopleColumns.BirthDate),
                ContactEmail = Cell(PeopleColumns.ContactEmail),
            RolesIfNew = roles is null && _answers.Role is { } role ? [new(role, school)] : null,
        };
    }

    private string Visible(int line, string column, string cell)
    {
        var visible = FreeText.WithoutUnseen(cell, out var unseen);
        if (unseen is { } hidden)
        {
            _notes.Add(
                new(line, $"A character that cannot be seen (U+{(int)hidden:X4}) was taken out of the {column}."));
        }

        return visible;
    }
}
