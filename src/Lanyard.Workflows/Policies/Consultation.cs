using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lanyard.Domain.Organisations;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Policies;

/// <summary>A consultation on one text of a policy.</summary>
/// <param name="Hash">The text that was put to people.</param>
/// <param name="Groups">Who was asked.</param>
/// <param name="Opened">When it began.</param>
/// <param name="Until">The last day for answers.</param>
/// <param name="IsOpen">Whether it still goes on.</param>
/// <param name="Closed">The day on which it was closed; <see langword="null"/> while it is open.</param>
public sealed record Consultation(string Hash, ImmutableArray<string> Groups, DateOnly Opened, DateOnly Until, bool IsOpen, DateOnly? Closed = null)
{
    /// <summary>How many people of each group could sign in and answer when it was closed, by the name of the group; <see langword="null"/> while it is open, and in a record from before that was kept.</summary>
    public ImmutableSortedDictionary<string, int>? Reached { get; init; }

    /// <summary>Whether answers could still come in after a day.</summary>
    public bool EndedAfter(DateOnly day) => (Closed ?? Until) > day;

    /// <summary>The names of the groups.</summary>
    [JsonIgnore]
    public IEnumerable<string> GroupNames => Groups.Select(group => ConsultationGroup.Find(group).Name).Distinct(StringComparer.Ordinal);

    /// <summary>How many of some people each group holds, about a policy of a school, or of the whole organisation.</summary>
    public ImmutableSortedDictionary<string, int> Reach(IReadOnlyCollection<Person> people, SchoolId? school) =>
        GroupNames.ToImmutableSortedDictionary(group => group, group => people.Count(person => ConsultationGroup.Find(group).Holds(person, school)), StringComparer.Ordinal);

    /// <summary>Those of the groups to which a person belongs, and as one of which they may answer about a policy of a school, or of the whole organisation.</summary>
    public IEnumerable<string> GroupsOf(Person person, SchoolId? school) => GroupNames.Where(group => ConsultationGroup.Find(group).Holds(person, school));
}
