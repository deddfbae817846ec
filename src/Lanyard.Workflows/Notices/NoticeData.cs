using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Notices;

/// <summary>What planning the notices of an organisation rests on.</summary>
/// <param name="Day">The day.</param>
/// <param name="People">Everybody who belongs to the organisation on that day.</param>
/// <param name="Policies">Its policies.</param>
/// <param name="Told">The keys of the notices that there are already, each with the day on which it was made.</param>
/// <param name="Over">Those of them that say that nothing waits any more.</param>
/// <param name="Manages">Whether a role carries managing the policies of a school, or of the whole organisation where no school is given.</param>
public sealed record NoticeData(
    DateOnly Day,
    ImmutableArray<Person> People,
    ImmutableArray<NoticePolicy> Policies,
    IReadOnlyDictionary<string, DateOnly> Told,
    IReadOnlySet<string> Over,
    Func<RoleHeld, SchoolId?, bool> Manages);
