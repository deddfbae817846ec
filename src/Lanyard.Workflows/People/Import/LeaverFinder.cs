using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People.Import;

/// <summary>Finds who is missing from a file, among those it tells of.</summary>
/// <remarks>A list of staff says nothing about pupils, one school's nothing about another's, one system's nothing about
/// another's, and one that holds only changes nothing about anybody else.</remarks>
internal sealed class LeaverFinder(
    ImportedPeople file, IReadOnlyList<Person> people, ImportSetting setting, FileScope scope)
{
    /// <summary>Who has left: those the file names so, and, if that is asked for, those who are missing from
    /// it.</summary>
    /// <param name="present">Those who are in the file, or may be.</param>
    /// <param name="finder">Finds who a row is about.</param>
    /// <param name="asksForMissing">Whether those who are missing are meant too.</param>
    public ImmutableArray<Person> Find(IReadOnlySet<PersonId> present, PersonFinder finder, bool asksForMissing)
    {
        var said = file.Gone.Select(finder.FindGone).OfType<Person>()
            .Where(person => setting.MayChange(person) && !present.Contains(person.Id));
        var mentioned = file.Mentioned.ToHashSet(StringComparer.Ordinal);
        var missing = asksForMissing && !file.IsOnlyChanges
            // only those with an id are in scope
            ? InScope()
                .Where(person => !present.Contains(person.Id) && !mentioned.Contains(person.Details!.ExternalId!))
            : [];
        return [.. said.Concat(missing).DistinctBy(person => person.Id)];
    }

    /// <summary>How many there are among which leavers are looked for.</summary>
    public int CountInScope() => InScope().Count();

    private IEnumerable<Person> InScope() =>
        people.Where(
            person => person.Left is null && person.Details?.ExternalId is not null && scope.Covers(person)
            && setting.MayChange(person));
}
