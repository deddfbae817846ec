using Lanyard.Domain.Calendar;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Access.Cases;

/// <summary>Decides who sees the cases of a school at a moment.</summary>
/// <param name="Holders">Everybody who holds a role that sees cases.</param>
/// <param name="Open">The givings that a second person has yet to decide.</param>
/// <param name="Readings">When the person opened the cases as a deputy.</param>
/// <param name="Now">The moment.</param>
public sealed record CaseSight(IReadOnlyCollection<Person> Holders, IReadOnlyCollection<CaseGrant> Open,
    IReadOnlyCollection<CaseReading> Readings, DateTimeOffset Now)
{
    private const int LongestReason = 500;

    /// <summary>The hours for which a deputy may open the cases.</summary>
    public static IReadOnlyList<int> Hours { get; } = [1, 4, 24];

    private DateOnly Today => UkTime.DayOf(Now);

    /// <summary>Whether a person sees the cases of a school, or those of the whole organisation where no school is
    /// given.</summary>
    public bool Sees(Person person, SchoolId? school) =>
        person.IsHere(Today)
        && (OwnRoles(person, school).Any(held => !held.IsDeputy || StandsIn(held))
            || (MayOpen(person, school) && HasOpened(person)));

    /// <summary>Whether a person sees the cases of some school at least.</summary>
    public bool SeesSomewhere(Person person) =>
        person.Roles.Select(held => held.School).Distinct().Any(school => Sees(person, school));

    /// <summary>Whether a person is a deputy, who may open the cases in an emergency.</summary>
    public bool MayOpen(Person person, SchoolId? school) =>
        person.IsHere(Today) && OwnRoles(person, school).Any(held => held.IsDeputy);

    /// <summary>A deputy opens the cases.</summary>
    public Outcome OpenCases(Person person, Guid reading, int? hours, string why)
    {
        var problem = FreeText.ProblemOf(why);
        return Outcome.Of(
            [
                .. Check(
                    !person.Roles.Any(held => held.IsDeputy && CaseRoles.Include(held)), "",
                    "Only a deputy of a role that sees cases can do this."),
                .. Check(hours is null || !Hours.Contains(hours.Value), "Hours", "Choose for how long"),
                .. Check(
                    why.Trim() is not { Length: > 0 and <= LongestReason }, "Why",
                    string.IsNullOrWhiteSpace(why)
                        ? "Enter why it cannot wait" : $"Say it in {LongestReason} characters or fewer"),
                .. Check(problem.Length > 0, "Why", problem),
            ],
            // Without hours it was refused.
            () => [new CasesOpened(reading, person.Id, Now.AddHours(hours!.Value)) { Content = new(why.Trim()) }]);
    }

    private bool HasOpened(Person person) =>
        Readings.Any(reading => reading.Person == person.Id && reading.At <= Now && Now < reading.Until);

    // Those of the person's roles that see the cases of a school, but for one that nobody confirmed in time.
    private IEnumerable<RoleHeld> OwnRoles(Person person, SchoolId? school) => person.Roles.Where(held =>
        CaseRoles.Include(held) && (held.School is null || held.School == school)
        && !Open.Any(grant => grant.Person == person.Id && grant.Role == held && grant.HasLapsed(Now)));

    // A deputy stands in where nobody holds the role, or where all who do are away.
    private bool StandsIn(RoleHeld deputy) => !Holders.Any(holder =>
        holder.IsHere(Today) && holder.Absence?.Covers(Today) != true
        && holder.Roles.Any(held =>
        !held.IsDeputy && held.Role == deputy.Role
            && (held.School is null || deputy.School is null || held.School == deputy.School)));

    private static IEnumerable<Refusal> Check(bool isWrong, string field, string text) =>
        isWrong ? [new(field, text)] : [];
}
