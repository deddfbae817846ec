using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Decisions.Scenarios;
using Lanyard.Domain.Calendar;
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
            clause.Id, clause.Heading, [.. clause.Statements.Select(statement => Of(data, statement))], clause.Gaps).With(data.Tally)),
    ];

    private static StatementEvidence Of(EvidenceData data, StatementCoverage covered)
    {
        var statement = data.Policy.Statements.First(each => each.Id == covered.Id);
        var (acts, isAnswered, standing) = statement switch
        {
            Programme { Kind: ProgrammeKind.Acceptance } acceptance => ("Each person whom it asks accepts each version; the home page reminds them", false, Accepted(data, acceptance)),
            Programme programme => ("Nothing yet", false, new(EvidenceState.Gap, [$"No register of {Kind(programme)} is kept in Lanyard yet. Keep the evidence beside it."])),
            Requirement => ("Nothing yet", false, new(EvidenceState.Gap, ["No register of these records is kept in Lanyard yet. Keep the evidence beside it."])),
            Reviewed reviewed => ("Review calendar and reminders", false, Review(data, reviewed)),
            RatifiedBy => ("Ratification of each version", false, new(EvidenceState.Shown, [$"Ratified by the {data.Version.Ratification.Body}: {data.Version.Ratification.Minute}."], data.Version.Ratification.On)),
            OwnedBy owned => ("The owner is named on the policy's page", false, Holders(data, owned.Owner)),
            ReadWith or RestsOn => ("Listed with the policy; law and guidance that have gone are reported in the editor", false, new(EvidenceState.Ready, ["Listed in the text."])),
            AppliesTo or Covers => ("Scope of every answer", true, new(EvidenceState.Ready, [])),
            Definition => ("Every sentence that uses the word", false, new(EvidenceState.Ready, ["Part of every answer that uses the word."])),
            Duty duty => ("Answers say who must be told, and by when", true, Told(data, duty)),
            _ => ("Answers under \"May I?\"", true, new Standing(EvidenceState.Ready, [])),
        };
        return new(covered.Id, statement.Mark, covered.Kind, covered.Text, covered.Scenarios, acts, standing, isAnswered ? StatementTally.None : null);
    }

    // A duty is worth what the people are whom it names: nobody can be told who is not there.
    private static Standing Told(EvidenceData data, Duty duty)
    {
        var missing = duty.Recipients.Where(recipient => IsRole(data, recipient) && !IsHeld(data, recipient)).ToList();
        return missing.Count > 0 && (duty.IsEvery || missing.Count == duty.Recipients.Length)
            ? new(EvidenceState.Gap, [$"Nobody holds the role of {string.Join(" or ", missing)}, so nobody can be told."])
            : new(EvidenceState.Ready, []);
    }

    // Each clause counts the people whom it asks itself: another clause may ask others.
    private static Standing Accepted(EvidenceData data, Programme programme)
    {
        var asked = data.Asked.Where(person => person.HoldsAny(programme.Who, data.File.School)).ToList();
        var given = asked.Where(person => data.Given.ContainsKey(person.Id)).Select(person => data.Given[person.Id]).ToList();
        var line = $"{Number(given.Count)} of {Number(asked.Count)} {(asked.Count == 1 ? "person has" : "people have")} accepted this version.";
        DateOnly? last = given.Count > 0 ? UkTime.DayOf(given.Max()) : null;
        return given.Count == asked.Count && given.Count > 0
            ? new(EvidenceState.Shown, [line], last)
            : new(EvidenceState.Gap, [line, asked.Count == 0 ? "The register of people holds nobody whom it asks." : $"{Number(asked.Count - given.Count)} {(asked.Count - given.Count == 1 ? "has" : "have")} not."], last);
    }

    private static Standing Review(EvidenceData data, Reviewed reviewed)
    {
        var calendar = ReviewCalendar.Of(data.File, data.Version, data.Policy)!; // it has the statement
        var missing = reviewed.Consulting.Select(group => ConsultationGroup.Find(group).Name).Except(data.Version.Consultation?.GroupNames ?? []).ToList();
        var lines = new List<string> { $"Last reviewed or ratified on {Words(calendar.Last)}; next due by {Words(calendar.Due)}." };
        if (!reviewed.Consulting.IsEmpty)
        {
            lines.AddRange(data.Version.Consultation is { } consultation ? Consulted(data, consultation, missing) : ["This version was not consulted on in Lanyard."]);
        }

        var isGap = calendar.IsOverdue(data.Day) || (!reviewed.Consulting.IsEmpty && !IsConsulted(data, missing));
        return new(isGap ? EvidenceState.Gap : EvidenceState.Shown, [.. lines], calendar.Last);
    }

    // To consult is to reach people while the body that ratifies can still hear what they say.
    private static bool IsConsulted(EvidenceData data, List<string> missing) =>
        missing.Count == 0 && data.Version.Consultation is { } consultation
        && !consultation.EndedAfter(data.Version.Ratification.On) && Unreached(data, consultation).Count == 0;

    // Somebody who answered was reached, also where the record is from before it was counted how many were.
    private static List<string> Unreached(EvidenceData data, Consultation consultation) =>
        [.. consultation.GroupNames.Where(group => consultation.Reached?.GetValueOrDefault(group) is null or 0 && !data.Answers.Any(answer => answer.Hash == consultation.Hash && answer.Group == group))];

    private static IEnumerable<string> Consulted(EvidenceData data, Consultation consultation, List<string> missing)
    {
        var answers = data.Answers.Count(answer => answer.Hash == consultation.Hash);
        yield return $"Consulted before this version: {string.Join(", ", consultation.GroupNames)}; {Number(answers)} {(answers == 1 ? "answer" : "answers")} kept.";
        if (Unreached(data, consultation) is { Count: > 0 } unreached)
        {
            yield return consultation.Reached is null
                ? $"Nobody answered, and how many could is not in the record: {string.Join(", ", unreached)}."
                : $"Not reached, for nobody there could sign in, and nobody answered: {string.Join(", ", unreached)}.";
        }

        if (consultation.EndedAfter(data.Version.Ratification.On))
        {
            yield return $"The consultation ended on {Words(consultation.Closed ?? consultation.Until)}, after the meeting of {Words(data.Version.Ratification.On)} that ratified the version.";
        }

        if (missing.Count > 0)
        {
            yield return $"Not consulted, although the clause names them: {string.Join(", ", missing)}.";
        }

        if (consultation.Hash != data.Version.Hash)
        {
            yield return "The text was changed after the consultation.";
        }
    }

    private static Standing Holders(EvidenceData data, string role) =>
        !IsRole(data, role) ? new(EvidenceState.Ready, ["Named in the text."])
        : IsHeld(data, role) ? new(EvidenceState.Shown, [data.People.Count(person => person.Holds(role)) is 1 ? $"One person holds the role of {role}." : $"{Number(data.People.Count(person => person.Holds(role)))} people hold the role of {role}."])
        : new(EvidenceState.Gap, [$"Nobody holds the role of {role}."]);

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

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
