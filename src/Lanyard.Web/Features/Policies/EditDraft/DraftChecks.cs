using Lanyard.Decisions;
using Lanyard.Decisions.Scenarios;
using Lanyard.Decisions.Situations;
using Lanyard.Domain.Organisations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Policies.EditDraft;

/// <summary>Checks a text: its errors, its examples, its gaps, and what it would change.</summary>
public sealed class DraftChecks(RecordBook book)
{
    /// <summary>How many problems of a kind are shown at once.</summary>
    public const int MostProblems = 50;

    /// <summary>How long a text may be, in letters: ten times the longest policy that ships.</summary>
    public const int LongestText = 400_000;

    private const int MostReplayed = 500;
    private const int MostLines = 60;

    /// <summary>What a text comes to, against the version in force if there is one.</summary>
    public async Task<DraftCheck> OfAsync(OrganisationId organisation, PolicyFile file, string text, CompiledText? inForce, DateOnly today, CancellationToken cancel)
    {
        var compiled = PolicyShelf.Compile(text);
        var found = Linter.Check(compiled.Result, today);
        var (errors, findings) = (Problems(found.Where(each => each.Severity == Severity.Error)), Problems(found.Where(each => each.Severity != Severity.Error)));
        if (compiled is not { Policy: { } policy, Decider: { } decider })
        {
            return new($"The text has {errors.Count.Of("error")}.", errors, [], findings, [], ChangeList.None, []);
        }

        var outcomes = compiled.Outcomes;
        var isOther = inForce?.Policy is not null && inForce.Hash != compiled.Hash;
        return new(
            $"{policy.Statements.Length.Of("statement")} in {policy.Document.Clauses.Length.Of("clause")}; {outcomes.Count(outcome => outcome.Passed)} of {outcomes.Length.Of("example")} come out as the text says.",
            errors,
            [.. outcomes.SelectMany(outcome => outcome.Failures.Select(failure => Failing(outcome, failure)))],
            findings,
            compiled.Coverage.Clauses,
            isOther ? ChangeList.Of(inForce!.Policy!, policy) : ChangeList.None, // asked just before
            isOther ? await ReplayedAsync(organisation, file, decider, today, cancel) : []);
    }

    private static List<DraftProblem> Problems(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(each => new DraftProblem(each.Where, each.Message, each.Help, each.Code))];

    private static DraftProblem Failing(ScenarioOutcome outcome, ScenarioFailure failure) => new(
        failure.Expectation.Where,
        $"{outcome.Scenario.Clause}: {outcome.Scenario.Text} The text says {failure.Expectation.Where.Text.TrimStart('→', ' ')}; it comes out {failure.Actual}",
        "put the rule or the example right",
        Code: null);

    private async Task<IReadOnlyList<string>> ReplayedAsync(OrganisationId organisation, PolicyFile file, Decider decider, DateOnly today, CancellationToken cancel)
    {
        var lines = new List<string>();
        foreach (var kept in await book.ListAsync<RecordedDecision>(organisation, cancel, DecisionRegister.PolicyTerm(file.Id), take: MostReplayed))
        {
            var recorded = kept.Value;
            var now = SituationJson.Read(decider.Policy, recorded.Situation, today).Situation is { } situation && situation.Inferred().Contradictions.IsEmpty ? decider.Decide(situation) : null;
            if (now is not null && now.Verdict.InWords() != recorded.Verdict)
            {
                lines.Add($"{decider.Policy.Phrasing.Sentence(now.Situation)} Was {recorded.Verdict}, would be {now.Verdict.InWords()}.");
            }
        }

        return [.. lines.Distinct(StringComparer.Ordinal).Take(MostLines)];
    }
}
