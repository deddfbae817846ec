using System.Collections.Immutable;
using Lanyard.Domain.People;

namespace Lanyard.Workflows.People;

/// <summary>What happens to a person from joining to leaving, and every reason why a step cannot be taken.</summary>
public static class PersonCase
{
    private const int LongestAbsence = 366;

    /// <summary>Somebody joins.</summary>
    /// <param name="id">Their new id.</param>
    /// <param name="details">Who it is.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="others">Everybody else with the same address or UPN.</param>
    public static Outcome Join(PersonId id, PersonDetails details, ImmutableArray<RoleHeld> roles, IReadOnlyCollection<Person> others) =>
        Outcome.Of(Details(details, roles, others), () => [new PersonJoined(id, roles) { Content = details }]);

    /// <summary>Somebody's details or roles change.</summary>
    /// <param name="person">The person as they are.</param>
    /// <param name="details">Who it is now.</param>
    /// <param name="roles">The roles now.</param>
    /// <param name="others">Everybody else with the same address or UPN, and everybody who looks after people.</param>
    /// <param name="rules">What the decision rests on.</param>
    public static Outcome Change(Person person, PersonDetails details, ImmutableArray<RoleHeld> roles, IReadOnlyCollection<Person> others, PersonRules rules) =>
        Outcome.Of(
            [.. Details(details, roles, others), .. rules.KeepAManager([person, .. others], [person with { Roles = roles }, .. others])],
            () => details == person.Details && DetailChecks.AreSame(roles, person.Roles) ? [] : [new PersonChanged(person.Id, roles) { Content = details }]);

    /// <summary>Somebody has left.</summary>
    public static Outcome Leave(Person person, DateOnly? on, IReadOnlyCollection<Person> others, PersonRules rules) => Outcome.Of(
        [
            .. Check(person.Left is not null, "", "It is recorded already that this person left."),
            .. Check(on is null, "On", "Enter the day on which they left"),
            .. Check(on > rules.Today, "On", "The day must be today or earlier: until then they belong to the organisation"),
            .. rules.KeepAManager([person, .. others], others),
        ],
        () => [new PersonLeft(person.Id, on!.Value)]); // refused without a day

    /// <summary>Somebody who had left is back. They are given a new way to sign in: whatever they had before has
    /// ended.</summary>
    /// <param name="person">Who.</param>
    /// <param name="on">The day.</param>
    /// <param name="today">Today.</param>
    /// <param name="others">Everybody else with the same address.</param>
    public static Outcome Return(Person person, DateOnly? on, DateOnly today, IReadOnlyCollection<Person> others) =>
        Outcome.Of(
        [
            .. Check(person.Left is null, "", "This person has not left."),
            .. Check(on is null, "On", "Enter the day on which they came back"),
            .. Check(on > today, "On", "The day must be today or earlier"),
            .. Check(on < person.Left, "On", "The day must not be before the day on which they left"),
            .. Check(
                HoldsAddressOf(person, others), "",
                "Somebody else has this person's email address by now. Change the person and give another address "
                    + "first, or none."),
        ],
        () => [new PersonReturned(person.Id, on!.Value)]); // refused without a day

    /// <summary>Somebody is away for some days.</summary>
    public static Outcome BeAway(Person person, DateOnly? from, DateOnly? until, DateOnly today) => Outcome.Of(
        [
            .. Check(person.Left is not null, "", "This person has left."),
            .. Check(from is null, "From", "Enter the first day away"),
            .. Check(until is null, "To", "Enter the last day away"),
            .. Check(until < from, "To", "The last day must not be before the first"),
            .. Check(until < today, "To", "The last day must be today or later"),
            .. Check(from is not null && until?.DayNumber - from.Value.DayNumber > LongestAbsence, "To", "An absence is a year at the most. Record leaving instead, or a shorter one."),
        ],
        () => [new AbsenceSet(person.Id, new(from!.Value, until!.Value))]); // refused without either

    /// <summary>Somebody who was away is back, or will not be away.</summary>
    public static Outcome BeBack(Person person) => Outcome.Of(Check(person.Absence is null, "", "No absence is recorded."), () => [new AbsenceSet(person.Id, Absence: null)]);

    private static bool HoldsAddressOf(Person person, IReadOnlyCollection<Person> others) =>
        person.Details?.Email is { } email
            && others.Any(
            other => other.Left is null
            && string.Equals(other.Details?.Email, email, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Refusal> Details(PersonDetails details, ImmutableArray<RoleHeld> roles, IReadOnlyCollection<Person> others)
    {
        var isPupil = DetailChecks.IsPupil(roles);
        var nameProblem = DetailChecks.ProblemOfName(details.Name);
        // a leaver's is free again
        var sameEmail = details.Email is null ? null
            : others.FirstOrDefault(
            other => other.Left is null
            && string.Equals(other.Details?.Email, details.Email, StringComparison.OrdinalIgnoreCase));
        return
        [
            .. Check(nameProblem.Length > 0, "FullName", string.IsNullOrWhiteSpace(details.Name) ? "Enter the full name" : nameProblem),
            .. Check(details.Email is not null && !DetailChecks.IsEmail(details.Email), "Email", DetailChecks.ProblemOfEmail(details.Email ?? "")),
            .. Check(sameEmail is not null, "Email", "Somebody else has this email address"),
            .. Check(details.YearGroup is not null && !isPupil, "YearGroup", "Only a pupil has a year group. Empty the field, or add the role student."),
            .. Upn(details.Upn, isPupil, others),
            .. Check(roles.IsEmpty, "Held[0].Role", "Choose at least one role"),
            .. Check(roles.Select(held => (held.Role, held.School)).Distinct().Count() < roles.Length, "Held[0].Role", "Each role can be given once for each school"),
        ];
    }

    private static IEnumerable<Refusal> Upn(string? upn, bool isPupil, IReadOnlyCollection<Person> others)
    {
        if (upn is null)
        {
            return [];
        }

        var isRight = UniquePupilNumber.TryParse(upn, out var number, out var problem);
        return
        [
            .. Check(!isPupil, "Upn", "Only a pupil has a UPN. Empty the field, or add the role student."),
            .. Check(!isRight, "Upn", problem),
            .. Check(isRight && others.Any(other => other.Details?.Upn == number.Value), "Upn", "Another pupil has this UPN"),
        ];
    }

    private static IEnumerable<Refusal> Check(bool isWrong, string field, string text) => isWrong ? [new(field, text)] : [];
}
