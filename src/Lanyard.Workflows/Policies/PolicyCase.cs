using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Decisions.Scenarios;
using Lanyard.Domain.Naming;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Policies;
using Lanyard.Policy.Compilation;
using Lanyard.Workflows.People;

namespace Lanyard.Workflows.Policies;

/// <summary>The way of a policy from its draft into force, and every reason why a step cannot be taken.</summary>
public static class PolicyCase
{
    private const int LongestWords = 500;

    /// <summary>Saves a draft: a first one, or another text of it.</summary>
    /// <remarks>A text that does not compile is kept too, for nothing that was entered is lost; it can go no further.</remarks>
    public static Outcome Save(PolicyFile? file, PolicyId id, string hash, string text, string title, SchoolId? school) =>
        Outcome.Of([], () => file?.Draft?.Hash == hash ? [] : [new TextKept(hash, text), new DraftSaved(id, hash, title, file is null ? school : file.School)]);

    /// <summary>Gives a draft up.</summary>
    public static Outcome Discard(PolicyFile file) =>
        Outcome.Of(WithoutDraft(file), () => [new DraftDiscarded(file.Id, file.Draft!.Hash)]); // refused without a draft

    /// <summary>Puts a draft to groups of people.</summary>
    public static Outcome OpenConsultation(PolicyFile file, CompiledPolicy? policy, ImmutableArray<string> groups, DateOnly? until, DateOnly today)
    {
        IEnumerable<Refusal> refusals =
        [
            .. WithoutDraft(file),
            .. NotCompiled(policy, "put to people"),
            .. Failing(policy, "put to people"),
            .. Check(groups.IsEmpty, "Groups", "Choose at least one group to consult"),
            .. Check(until is null, "Until", "Enter the last day for answers"),
            .. Check(until < today, "Until", "The last day for answers must be today or later"),
            .. Check(until > today.AddYears(1), "Until", "The last day for answers must be within a year"),
            .. Check(file.Draft is { Consultation.IsOpen: true }, "", "A consultation on this policy is open already. Close it first."),
            .. Check(file.Draft?.Ratification is not null, "", "This draft has been ratified already. Change its text to consult again."),
        ];
        return Outcome.Of(refusals, () => [new ConsultationOpened(file.Id, file.Draft!.Hash, groups, until!.Value)]); // refused without either
    }

    /// <summary>Ends a consultation.</summary>
    /// <param name="file">The policy.</param>
    /// <param name="able">Those who belong to the organisation and can sign in.</param>
    public static Outcome CloseConsultation(PolicyFile file, IReadOnlyCollection<Person> able) =>
        Outcome.Of(
            Check(file.Draft is not { Consultation.IsOpen: true }, "", "No consultation is open."),
            () => [new ConsultationClosed(file.Id, file.Draft!.Consultation!.Hash) { Reached = file.Draft.Consultation.Reach(able, file.School) }]); // refused unless open

    /// <summary>Records that the body named by the policy ratified the draft.</summary>
    /// <param name="file">The policy.</param>
    /// <param name="policy">The draft's text, compiled; <see langword="null"/> if it does not compile.</param>
    /// <param name="entered">What was entered about it.</param>
    /// <param name="today">Today.</param>
    public static Outcome Ratify(PolicyFile file, CompiledPolicy? policy, RatificationEntry entered, DateOnly today)
    {
        IEnumerable<Refusal> refusals =
        [
            .. WithoutDraft(file),
            .. NotCompiled(policy, "ratified"),
            .. Failing(policy, "ratified"),
            .. Check(file.Draft is { } draft && draft.Hash != entered.Hash, "", "The text has changed since you opened this page. Read it again before you record its ratification."),
            .. Check(file.Draft?.Ratification is not null, "", "This text has been ratified already."),
            .. Check(file.Draft is { Consultation.IsOpen: true }, "", "A consultation is still open. Close it first."),
            .. Words("Body", entered.Body, "Enter the name of the body that ratified the policy"),
            .. Meeting(entered, file.Draft?.Written, today),
            .. Check(entered.Condition.Length > LongestWords, "Condition", $"The condition must be {LongestWords} characters or fewer"),
            .. Hidden("Condition", entered.Condition),
        ];
        return Outcome.Of(refusals, () => [new PolicyRatified(file.Id, entered.Hash, entered.Body.Trim(), entered.Minute.Trim(), entered.On!.Value, entered.Condition.Trim() is { Length: > 0 } some ? some : null, entered.IsBefore(file.Draft?.Written))]); // refused without a day
    }

    /// <summary>Records that the day or the minute reference of a ratification had been entered wrongly.</summary>
    /// <param name="file">The policy.</param>
    /// <param name="entered">What is right: its day and its minute reference.</param>
    /// <param name="reason">Why it is corrected.</param>
    /// <param name="today">Today.</param>
    public static Outcome CorrectRatification(PolicyFile file, RatificationEntry entered, string reason, DateOnly today)
    {
        var known = file.RatificationOf(entered.Hash);
        IEnumerable<Refusal> refusals =
        [
            .. Check(known is null, "", "This text has not been ratified."),
            .. Meeting(entered, known?.Written, today),
            .. Check(known is not null && known.On == entered.On && known.Minute == entered.Minute.Trim(), "", "This is what the record says already. Change the date or the minute reference."),
            .. Words("Reason", reason, "Enter why you correct it, such as: the wrong meeting was entered"),
        ];
        return Outcome.Of(refusals, () => [new RatificationCorrected(file.Id, entered.Hash, entered.Minute.Trim(), entered.On!.Value, reason.Trim(), entered.IsBefore(known!.Written))]); // refused without a day or a ratification
    }

    /// <summary>Records how the condition of a ratification was met.</summary>
    public static Outcome MeetCondition(PolicyFile file, string how) =>
        Outcome.Of(
            [
                .. Check(file.Draft is not { Ratification.IsWaiting: true }, "", "No condition is waiting to be met."),
                .. Words("How", how, "Enter how the condition was met"),
            ],
            () => [new ConditionMet(file.Id, file.Draft!.Hash, how.Trim())]); // refused without a draft

    /// <summary>Puts a ratified draft in force from a day on.</summary>
    public static Outcome PutInForce(PolicyFile file, DateOnly? from, DateOnly today)
    {
        IEnumerable<Refusal> refusals =
        [
            .. WithoutDraft(file),
            .. Check(file.Draft is { Ratification: null }, "", "Only a ratified text can be put in force. Record its ratification first."),
            .. Check(file.Draft is { Ratification.IsWaiting: true }, "", "The policy was ratified on a condition. Record how it was met first."),
            .. Check(from is null, "From", "Enter the day from which the policy applies"),
            .. Check(from < today, "From", "The day from which the policy applies must be today or later"),
        ];
        return Outcome.Of(refusals, () => [new PolicyPutInForce(file.Id, file.Draft!.Hash, from!.Value)]); // refused without either
    }

    /// <summary>Records a review of the version in force.</summary>
    public static Outcome Review(PolicyFile file, string by, DateOnly? on, string outcome, DateOnly today)
    {
        IEnumerable<Refusal> refusals =
        [
            .. Check(file.InForceOn(today) is null, "", "No version is in force yet."),
            .. Words("By", by, "Enter who reviewed the policy"),
            .. Check(on is null, "On", "Enter the date of the review"),
            .. Check(on > today, "On", "The date of the review must be today or in the past"),
            .. Words("Result", outcome, "Enter what came of the review"),
        ];
        return Outcome.Of(refusals, () => [new PolicyReviewed(file.Id, file.InForceOn(today)!.Hash, on!.Value, by.Trim(), outcome.Trim())]); // refused without either
    }

    private static IEnumerable<Refusal> WithoutDraft(PolicyFile file) => Check(file.Draft is null, "", "This policy has no draft.");

    private static IEnumerable<Refusal> NotCompiled(CompiledPolicy? policy, string done) =>
        Check(policy is null, "", $"The text has errors, so it cannot be {done}. Put them right in the editor first.");

    // A text whose examples come out otherwise than it says means something else than the people who are asked about it, or who ratify it, read.
    private static IEnumerable<Refusal> Failing(CompiledPolicy? policy, string done)
    {
        var failing = policy is null ? 0 : new ScenarioRunner(policy).Run().Count(outcome => !outcome.Passed);
        return Check(failing > 0, "", $"{failing} of the examples in the text {(failing == 1 ? "comes" : "come")} out otherwise than the text says, so it cannot be {done}. Put the rule or the example right in the editor first.");
    }

    private static IEnumerable<Refusal> Meeting(RatificationEntry entered, DateOnly? written, DateOnly today) =>
    [
        .. Words("Minute", entered.Minute, "Enter the minute reference, such as FGB 14 May 2026, item 7"),
        .. Check(entered.On is null, "On", "Enter the date of the meeting"),
        .. Check(entered.On > today, "On", "The date of the meeting must be today or in the past"),
        .. Check(entered.IsBefore(written) && !entered.IsOnPaper, "IsOnPaper", $"This text was written into Lanyard on {written?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, after that meeting. Correct the date, or confirm that the policy was approved on paper before"),
    ];

    private static IEnumerable<Refusal> Words(string field, string words, string missing) =>
        string.IsNullOrWhiteSpace(words) ? [new(field, missing)]
        : words.Length > LongestWords ? [new(field, $"Use {LongestWords} characters or fewer")]
        : Hidden(field, words);

    private static IEnumerable<Refusal> Hidden(string field, string words) => FreeText.ProblemOf(words) is { Length: > 0 } problem ? [new(field, problem)] : [];

    private static IEnumerable<Refusal> Check(bool isWrong, string field, string text) => isWrong ? [new(field, text)] : [];
}
