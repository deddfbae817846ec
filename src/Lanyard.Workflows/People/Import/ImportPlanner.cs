using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Works out what a file would change. Made again after it has been done, a plan is empty.</summary>
public sealed class ImportPlanner
{
    private readonly ImportedPeople _file;
    private readonly IReadOnlyList<Person> _people;
    private readonly ImportSetting _setting;
    private readonly RowReader _reader;
    private readonly RowJoining _joining;
    private readonly FileScope _scope;
    private readonly PersonFinder _finder;
    private readonly List<ImportProblem> _problems;
    private readonly List<SameQuestion> _questions = [];
    private readonly HashSet<PersonId> _present = [];
    private readonly Dictionary<PersonId, int> _taken = [];
    private int _waiting;

    private ImportPlanner(ImportedPeople file, IReadOnlyList<Person> people, ImportSetting setting)
    {
        (_people, _setting, _reader) = (people, setting, new(setting));
        _joining = new(_reader);
        _file = file with { Rows = _joining.Join(file.Rows) };
        _problems = [.. file.Problems, .. _joining.Problems];
        _scope = new(
            PersonKinds.Places(_file.Rows.SelectMany(row => _reader.Peek(row.RolesSaid))).ToHashSet(), file.Source);
        _finder = new(_file, people, _reader, setting.Answers);
    }

    /// <summary>The plan.</summary>
    /// <param name="file">What the file tells.</param>
    /// <param name="people">Everybody who is or was in the organisation.</param>
    /// <param name="setting">Where, and for whom.</param>
    public static ImportPlan Plan(ImportedPeople file, IReadOnlyList<Person> people, ImportSetting setting) => new ImportPlanner(file, people, setting).Plan();

    private ImportPlan Plan()
    {
        var addresses = new SharedAddresses(_people);
        var rows = addresses.Settle(WithoutClashes([.. _file.Rows.Select(Row).OfType<PlannedRow>()]));
        ImmutableArray<PlannedChange> changes = [.. rows.Where(row => row.Known is not null).Select(row => new PlannedChange(row.Line, row.Known!, row.Details, row.Roles))]; // those that are known
        var real = changes.Where(change => change.ComesBack || change.IsDifferent).ToImmutableArray();
        var finding = new LeaverFinder(_file, _people, _setting, _scope);
        var asks = _setting.RecordsLeavers && _problems.Count == 0;
        var leavers = finding.Find(_present, _finder, asks);
        return new(
            [.. rows.Where(row => row.Known is null).Select(row => new PlannedJoin(row.Line, row.Details, row.Roles))],
            real, leavers, changes.Length - real.Length, [.. _problems.OrderBy(problem => problem.Line)],
                [.. Refusals(real, leavers, rows)])
        {
            Questions = [.. _questions], Titles = _reader.Titles.List, Years = _reader.Years.List, Waiting = _waiting,
            Notes = [
                .. _file.Notes.Concat(_joining.Notes).Concat(addresses.Notes).Concat(_reader.Notes)
                .OrderBy(note => note.Line)],
            Scope = asks && !_file.IsOnlyChanges
                ? [.. _scope.Places.Select(place => new ScopePlace(place.Kind, place.School))
                .OrderBy(place => place.Kind)] : [],
            InScope = asks ? finding.CountInScope() : 0,
        };
    }

    private PlannedRow? Row(ImportRow row)
    {
        var match = _finder.Find(row);
        var problems = new List<ImportProblem>();
        var about = match.Known ?? match.Question?.Candidate;
        if (about is not null && match.Question?.Answer != SameAnswer.Other)
        {
            _present.Add(about.Id); // a person who may be meant is not missing
        }

        if (about is not null && !_setting.MayChange(about))
        {
            problems.Add(
                new(row.Line, "This person also belongs to a school that is not yours",
                "Ask somebody who looks after the people of the whole organisation."));
        }
        else if (match.Known is { } known && !_taken.TryAdd(known.Id, row.Line))
        {
            problems.Add(
                new(row.Line, $"Line {_taken[known.Id]} is about the same person", "Leave one of the two lines out."));
        }
        else if (match.Question is { } question)
        {
            _questions.Add(question);
        }

        return Read(row, match, problems);
    }

    private PlannedRow? Read(ImportRow row, RowMatch match, List<ImportProblem> problems)
    {
        var (details, roles, waits) = _reader.Read(row, match.Known, _scope, problems);
        _problems.AddRange(problems);
        if (problems.Count > 0)
        {
            _questions.RemoveAll(question => question.Line == row.Line);
            return null;
        }

        if (waits || match.Question?.Waits == true || (roles.IsEmpty && match.Known is null))
        {
            _waiting++;
            return null;
        }

        return new(row.Line, match.Known, details, roles);
    }

    // A row left out keeps what its person had, which may clash with yet another row: so until nothing clashes.
    private List<PlannedRow> WithoutClashes(List<PlannedRow> rows)
    {
        while (true)
        {
            var changed = rows.Select(row => row.Known?.Id).OfType<PersonId>().ToHashSet();
            var owners = _people.Where(person => !changed.Contains(person.Id)).Select(person => person.Details?.Upn)
                .OfType<string>().ToHashSet(StringComparer.Ordinal);
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            var kept = new List<PlannedRow>();
            foreach (var row in rows)
            {
                if (row.Details.Upn is not { } upn || (!owners.Contains(upn) && lines.TryAdd(upn, row.Line)))
                {
                    kept.Add(row);
                    continue;
                }

                _problems.Add(lines.TryGetValue(upn, out var line)
                    ? new(row.Line, $"The UPN stands on line {line} too",
                        "Leave one of the two lines out, or correct the UPN.")
                    : new(row.Line, "Somebody else has the UPN already",
                        "Correct the UPN, or the id if it is the same person."));
            }

            if (kept.Count == rows.Count)
            {
                return kept;
            }

            rows = kept;
        }
    }

    private IEnumerable<Refusal> Refusals(ImmutableArray<PlannedChange> changes, ImmutableArray<Person> leavers, List<PlannedRow> rows)
    {
        var gone = leavers.Select(person => person.Id).Concat(changes.Select(change => change.Before.Id)).ToHashSet();
        var joining = rows.Where(row => row.Known is null).Select(row => new Person(default, row.Details, row.Roles, _setting.Rules.Today, Left: null, Absence: null));
        return _setting.Rules.KeepAManager(_people, [.. _people.Where(person => !gone.Contains(person.Id)), .. changes.Select(change => change.After), .. joining]);
    }
}
