using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.People;

/// <summary>Tells people of one name apart where they are shown together: by year group, school and the school's own
/// id.</summary>
/// <param name="shown">The people who are shown.</param>
/// <param name="place">A school in words; the whole organisation where it is <see langword="null"/>.</param>
public sealed class Namesakes(IEnumerable<Person> shown, Func<SchoolId?, string> place)
{
    private readonly HashSet<string> _shared = [
        .. shown.DistinctBy(person => person.Id).GroupBy(person => Folding.Of(person.Name), StringComparer.Ordinal)
        .Where(group => group.Count() > 1).Select(group => group.Key)];

    /// <summary>What stands after a name, within the words of its link; empty where nobody else has it.</summary>
    public string Of(Person person)
    {
        if (!_shared.Contains(Folding.Of(person.Name)))
        {
            return "";
        }

        string?[] parts =
        [
            person.Details?.YearGroup is { } year ? YearGroups.InWords(year) : null,
            person.Details?.Class,
            .. person.Roles.Select(held => held.School).Distinct().Select(place),
            person.Details?.ExternalId is { } id ? $"id {id}" : person.Details?.Email,
            person.Left is null ? null : "left",
        ];
        return $" ({string.Join(", ", parts.OfType<string>().Where(part => part.Length > 0))})";
    }
}
