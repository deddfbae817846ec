using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Decisions.Scenarios;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows.Evidence;

/// <summary>Works out, clause by clause, what bears a policy out. Pure: the same registers give the same evidence.</summary>
public static class PolicyEvidence
{
    /// <summary>The evidence of every clause, in the order of the policy.</summary>
    public static ImmutableArray<ClauseEvidence> Of(EvidenceData data) =>
    [
        .. data.Coverage.Clauses.Select(clause => new ClauseEvidence(
            clause.Id, clause.Heading, [.. clause.Statements.Select(statement => Of(data, statement))], clause.Gaps)),
    ];

    private static StatementEvidence Of(EvidenceData data, StatementCoverage covered)
    {
        var statement = data.Policy.Statements.First(each => each.Id == covered.Id);
        var (state, acts, lines, last) = statement switch
        {
            Programme { Kind: ProgrammeKind.Acceptance } acceptance => Accepted(data, acceptance),
            Programme programme => (EvidenceState.Gap, "Nothing yet", [$"No register of {Kind(programme)} is kept in Lanyard yet. Keep the evidence beside it."], null),
            Requirement => (EvidenceState.Gap, "Nothing yet", ["No register of these records is kept in Lanyard yet. Keep the evidence beside it."], null),
            Reviewed reviewed => Review(data, reviewed),
            RatifiedBy => (EvidenceState.Shown, "Ratification of each version", [$"Ratified by the {data.Version.Ratification.Body}: {data.Version.Ratification.Minute}"], data.Version.Ratification.On),
            OwnedBy owned => Holders(data, owned.Owner, "The owner is named on the policy's page"),
            ReadWith or RestsOn => (EvidenceState.Ready, "Listed with the policy; law and guidance that have gone are reported in the editor", ["Listed in the text."], null),
            AppliesTo or Covers or Definition => Answered(data, statement, "Scope and words of every answer"),
            Duty duty => Told(data, duty),
            _ => Answered(data, statement, "Answers under \"May I?\""),
        };
        return new(covered.Id, covered.Kind, covered.Text, covered.Scenarios, acts, state, [.. lines], last);
    }

    private static (EvidenceState State, string Acts, IEnumerable<string> Lines, DateOnly? Last) Answered(EvidenceData data, Statement statement, string acts)
    {
        return !data.Tally.Clauses.TryGetValue(statement.Clause, out var answers)
            ? (EvidenceState.Ready, acts, ["Nobody has asked about it in the last year."], null)
            : (EvidenceState.Shown, acts, [$"Decided {Times(answers.Verdicts.Values.Sum())} in the last year: {string.Join(", ", answers.Verdicts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {Number(pair.Value)}"))}."], Day(answers.Last));
    }

    // A duty is worth what the people are whom it names: nobody can be told who is not there.
    private static (EvidenceState State, string Acts, IEnumerable<string> Lines, DateOnly? Last) Told(EvidenceData data, Duty duty)
    {
        const string Acts = "Answers say who must be told, and by when";
        var (state, _, lines, last) = Answered(data, duty, Acts);
        var missing = duty.Recipients.Where(recipient => IsRole(data, recipient) && !IsHeld(data, recipient)).ToList();
        return missing.Count > 0 && (duty.IsEvery || missing.Count == duty.Recipients.Length)
            ? (EvidenceState.Gap, Acts, [.. lines, $"Nobody holds the role of {string.Join(" or ", missing)}, so nobody can be told."], last)
            : (state, Acts, lines, last);
    }

    // Each clause counts the people whom it asks itself: another clause may ask others.
    private static (EvidenceState State, string Acts, IEnumerable<string> Lines, DateOnly? Last) Accepted(EvidenceData data, Programme programme)
    {
        const string Acts = "Each person whom it asks accepts each version; the home page reminds them";
        var asked = data.Asked.Where(person => person.HoldsAny(programme.Who, data.File.School)).ToList();
        var given = asked.Where(person => data.Given.ContainsKey(person.Id)).Select(person => data.Given[person.Id]).ToList();
        var line = $"{Number(given.Count)} of {Number(asked.Count)} {(asked.Count == 1 ? "person has" : "people have")} accepted this version.";
        DateOnly? last = given.Count > 0 ? Day(given.Max()) : null;
        return given.Count == asked.Count && given.Count > 0
            ? (EvidenceState.Shown, Acts, [line], last)
            : (EvidenceState.Gap, Acts, [line, asked.Count == 0 ? "The register of people holds nobody whom it asks." : $"{Number(asked.Count - given.Count)} {(asked.Count - given.Count == 1 ? "has" : "have")} not."], last);
    }

    private static (EvidenceState State, string Acts, IEnumerable<string> Lines, DateOnly? Last) Review(EvidenceData data, Reviewed reviewed)
    {
        const string Acts = "Review calendar and reminders";
        var calendar = ReviewCalendar.Of(data.File, data.Version, data.Policy)!; // it has the statement
        var lines = new List<string> { $"Last reviewed or ratified on {Words(calendar.Last)}; next due by {Words(calendar.Due)}." };
        if (!reviewed.Consulting.IsEmpty)
        {
            lines.AddRange(data.Version.Consultation is { } consultation ? Consulted(data, consultation) : ["This version was not consulted on in Lanyard."]);
        }

        return (calendar.IsOverdue(data.Day) || (!reviewed.Consulting.IsEmpty && data.Version.Consultation is null) ? EvidenceState.Gap : EvidenceState.Shown, Acts, lines, calendar.Last);
    }

    private static IEnumerable<string> Consulted(EvidenceData data, Consultation consultation)
    {
        var answers = data.Answers.Count(answer => answer.Hash == consultation.Hash);
        yield return $"Consulted before this version: {string.Join(", ", consultation.GroupNames)}; {Number(answers)} {(answers == 1 ? "answer" : "answers")} kept.";
        if (consultation.Hash != data.Version.Hash)
        {
            yield return "The text was changed after the consultation.";
        }
    }

    private static (EvidenceState State, string Acts, IEnumerable<string> Lines, DateOnly? Last) Holders(EvidenceData data, string role, string acts) =>
        !IsRole(data, role) ? (EvidenceState.Ready, acts, ["Named in the text."], null)
        : IsHeld(data, role) ? (EvidenceState.Shown, acts, [data.People.Count(person => person.Holds(role)) is 1 ? $"One person holds the role of {role}." : $"{Number(data.People.Count(person => person.Holds(role)))} people hold the role of {role}."], data.Day)
        : (EvidenceState.Gap, acts, [$"Nobody holds the role of {role}."], null);

    private static bool IsRole(EvidenceData data, string name) => data.Policy.Lexicon.FindConcept(data.Policy.Lexicon.Actor, name) is { Facet.Kind: FacetKind.Choice };

    // Whoever holds a kind of the role holds the role: a headteacher is staff.
    private static bool IsHeld(EvidenceData data, string wantedRole)
    {
        var lexicon = data.Policy.Lexicon;
        var wanted = lexicon.FindConcept(lexicon.Actor, wantedRole)?.Values ?? 0;
        return data.HeldRoles.Any(role => lexicon.FindConcept(lexicon.Actor, role) is { } concept && (concept.Values & ~wanted) == 0);
    }

    private static string Kind(Programme programme) => programme.Kind switch
    {
        ProgrammeKind.Training => "training",
        ProgrammeKind.Teaching => "what pupils are taught",
        ProgrammeKind.Guidance => "guidance given",
        _ => "acceptance",
    };

    private static string Times(int count) => count == 1 ? "once" : $"{Number(count)} times";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
