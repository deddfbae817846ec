using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Works out what a file would change.</summary>
/// <remarks>
/// A person of the file is somebody known who has the same id; failing that, the same address, unless the file holds that
/// person's own id elsewhere. Made again after it has been done, a plan is empty.
/// </remarks>
public sealed class ImportPlanner
{
    private readonly ImportedPeople _file;
    private readonly IReadOnlyList<Person> _people;
    private readonly ImportSetting _setting;
    private readonly RowReader _reader;
    private readonly List<ImportProblem> _problems;
    private readonly Dictionary<string, Person> _byId;
    private readonly Dictionary<string, Person> _byEmail;
    private readonly HashSet<string> _ids;
    private readonly HashSet<PersonId> _matched = [];

    private ImportPlanner(ImportedPeople file, IReadOnlyList<Person> people, ImportSetting setting)
    {
        (_file, _people, _setting, _reader, _problems) = (file, people, setting, new(setting), [.. file.Problems]);
        _byId = First(people, person => person.Details?.ExternalId);
        _byEmail = First(people, person => person.Details?.Email?.ToUpperInvariant());
        _ids = [.. file.Rows.Select(row => row.Id).OfType<string>()];
    }

    /// <summary>The plan.</summary>
    /// <param name="file">What the file tells.</param>
    /// <param name="people">Everybody who is or was in the organisation.</param>
    /// <param name="setting">Where, and for whom.</param>
    public static ImportPlan Plan(ImportedPeople file, IReadOnlyList<Person> people, ImportSetting setting) => new ImportPlanner(file, people, setting).Plan();

    private static Dictionary<string, Person> First(IEnumerable<Person> people, Func<Person, string?> key) =>
        people.Where(person => key(person) is not null).GroupBy(person => key(person)!, StringComparer.Ordinal) // those without are left out
            .ToDictionary(group => group.Key, group => group.OrderBy(person => person.Left is not null).First(), StringComparer.Ordinal);

    private ImportPlan Plan()
    {
        var rows = WithoutClashes(WithoutClashes(Rows(), "UPN", details => details.Upn), "email address", details => details.Email?.ToUpperInvariant());
        ImmutableArray<PlannedChange> changes = [.. rows.Where(row => row.Known is not null).Select(row => new PlannedChange(row.Line, row.Known!, row.Details, row.Roles))]; // those that are known
        var real = changes.Where(change => change.ComesBack || change.IsDifferent).ToImmutableArray();
        var leavers = Leavers();
        return new(
            [.. rows.Where(row => row.Known is null).Select(row => new PlannedJoin(row.Line, row.Details, row.Roles))],
            real, leavers, changes.Length - real.Length, [.. _problems.OrderBy(problem => problem.Line)], [.. Refusals(real, leavers, rows)]);
    }

    private List<PlannedRow> Rows()
    {
        var planned = new List<PlannedRow>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new Dictionary<PersonId, int>();
        foreach (var row in _file.Rows)
        {
            var known = Match(row);
            var problems = new List<ImportProblem>();
            if (known is not null)
            {
                _matched.Add(known.Id);
            }

            if (row.Id is { Length: > 0 } id && !seen.TryAdd(id, row.Line))
            {
                problems.Add(new(row.Line, $"The id `{id}` stands on line {seen[id]} too", "Leave one of the two lines out, or correct the id."));
            }
            else if (known is not null && !taken.TryAdd(known.Id, row.Line))
            {
                problems.Add(new(row.Line, $"Line {taken[known.Id]} is about the same person", "Leave one of the two lines out."));
            }
            else if (known is not null && !_setting.MayChange(known))
            {
                problems.Add(new(row.Line, "This person also belongs to a school that is not yours", "Ask somebody who looks after the people of the whole organisation."));
            }

            var (details, roles) = _reader.Read(row, known, problems);
            if (problems.Count == 0)
            {
                planned.Add(new(row.Line, known, details, roles));
            }

            _problems.AddRange(problems);
        }

        return planned;
    }

    private Person? Match(ImportRow row)
    {
        if (row.Id is { Length: > 0 } id && _byId.GetValueOrDefault(id) is { } sameId)
        {
            return sameId;
        }

        return row.Email is { Length: > 0 } email && _byEmail.GetValueOrDefault(email.ToUpperInvariant()) is { } sameEmail
            && (string.IsNullOrEmpty(row.Id) || sameEmail.Details?.ExternalId is not { } own || !_ids.Contains(own))
            ? sameEmail
            : null;
    }

    // A row left out keeps what its person had, which may clash with yet another row: so until nothing clashes.
    private List<PlannedRow> WithoutClashes(List<PlannedRow> rows, string what, Func<PersonDetails, string?> key)
    {
        while (true)
        {
            var changed = rows.Select(row => row.Known?.Id).OfType<PersonId>().ToHashSet();
            var owners = _people.Where(person => person.Details is not null && !changed.Contains(person.Id) && key(person.Details) is not null)
                .Select(person => key(person.Details!)!).ToHashSet(StringComparer.Ordinal); // looked at above
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            var kept = new List<PlannedRow>();
            foreach (var row in rows)
            {
                if (key(row.Details) is not { } value || (!owners.Contains(value) && lines.TryAdd(value, row.Line)))
                {
                    kept.Add(row);
                    continue;
                }

                _problems.Add(lines.TryGetValue(value, out var line)
                    ? new(row.Line, $"The {what} stands on line {line} too", $"Leave one of the two lines out, or correct the {what}.")
                    : new(row.Line, $"Somebody else has the {what} already", $"Correct the {what}, or the id if it is the same person."));
            }

            if (kept.Count == rows.Count)
            {
                return kept;
            }

            rows = kept;
        }
    }

    // Only of places that the file is about: a file of one school says nothing about those who are missing from another.
    private ImmutableArray<Person> Leavers()
    {
        if (!_setting.RecordsLeavers || _problems.Count > 0)
        {
            return [];
        }

        var named = _file.Rows.SelectMany(row => row.Roles ?? []).Select(role => role.School).Distinct(StringComparer.Ordinal);
        var places = named.Select(text => _reader.TryFindPlace(text, out var school) ? (Is: true, School: school) : (Is: false, School: null)).Where(place => place.Is).Select(place => place.School).ToHashSet();
        return [.. _people.Where(person => person.Left is null && IsMissing(person) && person.Roles.All(held => places.Contains(held.School)) && _setting.MayChange(person))];
    }

    // Whoever the file has under a new id is matched by their address, so is not missing either.
    private bool IsMissing(Person person) =>
        person.Details?.ExternalId is { } id && !_ids.Contains(id) && !_matched.Contains(person.Id);

    private IEnumerable<Refusal> Refusals(ImmutableArray<PlannedChange> changes, ImmutableArray<Person> leavers, List<PlannedRow> rows)
    {
        var gone = leavers.Select(person => person.Id).Concat(changes.Select(change => change.Before.Id)).ToHashSet();
        var joining = rows.Where(row => row.Known is null).Select(row => new Person(default, row.Details, row.Roles, _setting.Rules.Today, Left: null, Absence: null));
        return _setting.Rules.KeepAManager(_people, [.. _people.Where(person => !gone.Contains(person.Id)), .. changes.Select(change => change.After), .. joining]);
    }
}
