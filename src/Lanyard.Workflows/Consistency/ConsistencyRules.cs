using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows.Consistency;

/// <summary>The rules that all data must keep, each with a name and a way to put right what breaks it.</summary>
public static class ConsistencyRules
{
    private const int StaleDraftDays = 90;
    private const int CalendarNoticeDays = 30;

    /// <summary>What is wrong with the organisation itself and its people.</summary>
    public static IEnumerable<Inconsistency> Of(Organisation organisation, ImmutableArray<Person> people, DateOnly today)
    {
        if (organisation.Calendar.Terms.IsEmpty || organisation.Calendar.Terms.Max(term => term.LastDay) < today.AddDays(CalendarNoticeDays))
        {
            yield return new("calendar-ends", "The term dates end within a month, or are not known, so deadlines in school days cannot be counted rightly.", "Enter the terms of the school year.", "/organisation");
        }

        foreach (var person in people.Where(person => person.Roles.IsEmpty))
        {
            yield return new("person-without-role", $"{person.Name} holds no role, so no policy knows what applies to them.", "Give them a role, or record that they have left.", $"/people/{person.Id}");
        }

        foreach (var group in people.Where(person => person.Details?.Email is not null).GroupBy(person => person.Details!.Email!.ToUpperInvariant()).Where(group => group.Count() > 1)) // asked just before
        {
            yield return new("address-used-twice", $"{string.Join(" and ", group.Select(person => person.Name))} have the same email address, so only one of them can sign in.", "Correct one of the addresses.", $"/people/{group.First().Id}");
        }
    }

    /// <summary>What is wrong with a policy, whether a version is in force or not.</summary>
    public static IEnumerable<Inconsistency> Of(PolicyFile file, DateOnly today)
    {
        var address = $"/policies/{file.Id}";
        if (file.Draft is { Consultation: { IsOpen: true } open } && open.Until < today)
        {
            yield return new("consultation-past-its-end", $"The consultation on {file.Title} ended on {Words(open.Until)} and is still open.", "Close it.", address);
        }

        if (file.Draft is { Ratification: { IsWaiting: true } waiting })
        {
            yield return new("condition-not-met", $"{file.Title} was ratified on the condition \"{waiting.Condition}\", which has not been met.", "Record how it was met.", $"{address}/condition");
        }

        if (file.Draft is { } draft && draft.Written.AddDays(StaleDraftDays) < today)
        {
            yield return new("draft-left-lying", $"The draft of {file.Title} has not been touched for {StaleDraftDays} days.", "Take it further, or give it up.", address);
        }

        foreach (var version in file.Versions.Where(version => string.IsNullOrWhiteSpace(version.Ratification.Minute)))
        {
            yield return new("ratified-without-minute", $"The version of {file.Title} from {Words(version.From)} names no minute of its ratification.", "Enter it where the ratification is corrected.", $"{address}/ratification/{version.Hash}");
        }
    }

    /// <summary>What is wrong with a version in force, its acceptances, and the people it names.</summary>
    public static IEnumerable<Inconsistency> Of(EvidenceData data)
    {
        var address = $"/policies/{data.File.Id}";
        if (ReviewCalendar.Of(data.File, data.Version, data.Policy) is { } calendar && calendar.IsOverdue(data.Day))
        {
            yield return new("review-overdue", $"The review of {data.File.Title} was due by {Words(calendar.Due)} (clause {calendar.Clause}).", "Review it, and record the review or begin a new version.", $"{address}/review");
        }

        var current = data.Acceptances.Where(acceptance => acceptance.Hash == data.Version.Hash).Select(acceptance => acceptance.Person).ToHashSet();
        var earlier = data.Acceptances.Select(acceptance => acceptance.Person).ToHashSet();
        var behind = data.Asked.Where(person => !current.Contains(person.Id) && earlier.Contains(person.Id)).ToList();
        if (behind.Count > 0)
        {
            yield return new("acceptance-of-a-superseded-version", $"{behind.Count} of those whom {data.File.Title} asks have accepted only an earlier version of it.", "Remind them; their home page asks them too.", $"{address}/acceptances");
        }

        foreach (var role in UnheldRoles(data.Policy, data.People))
        {
            yield return new("nobody-holds-the-role", $"{data.File.Title} tells people to turn to the {role.Role} (clause {role.Clause}), and nobody holds that role.", "Give somebody the role, or change the policy.", "/people");
        }

        foreach (var role in AwayRoles(data))
        {
            yield return new("everybody-with-the-role-is-away", $"Everybody who is {role} is away today, and {data.File.Title} tells people to turn to them.", "Name a deputy.", "/people");
        }
    }

    private static IEnumerable<(string Role, string Clause)> UnheldRoles(CompiledPolicy policy, ImmutableArray<Person> people) =>
        Recipients(policy).Where(pair => !people.Any(person => Holds(policy, person, pair.Role))).DistinctBy(pair => pair.Role);

    private static IEnumerable<string> AwayRoles(EvidenceData data) =>
        Recipients(data.Policy).Select(pair => pair.Role).Distinct()
            .Where(role => data.People.Where(person => Holds(data.Policy, person, role)).ToList() is { Count: > 0 } holders && holders.TrueForAll(person => person.Absence?.Covers(data.Day) == true));

    private static IEnumerable<(string Role, string Clause)> Recipients(CompiledPolicy policy) =>
        policy.Statements.OfType<Duty>().SelectMany(duty => duty.Recipients.Select(recipient => (recipient, duty.Clause)))
            .Where(pair => policy.Lexicon.FindConcept(policy.Lexicon.Actor, pair.recipient) is { IsUnique: true } concept && concept.Name != "organisation");

    private static bool Holds(CompiledPolicy policy, Person person, string role)
    {
        var wanted = policy.Lexicon.FindConcept(policy.Lexicon.Actor, role)?.Values ?? 0;
        return person.Roles.Any(held => policy.Lexicon.FindConcept(policy.Lexicon.Actor, held.Role) is { } concept && (concept.Values & ~wanted) == 0);
    }

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
