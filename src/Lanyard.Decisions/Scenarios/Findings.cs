using System.Globalization;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Scenarios;

/// <summary>Asks a policy about the subject of a scenario, and lists what it says.</summary>
internal sealed class Findings(CompiledPolicy policy)
{
    private readonly Decider _decider = new(policy);

    public List<Finding> Of(ScenarioSubject subject) => subject switch
    {
        SituationSubject { Situation: var situation } => [.. Of(_decider.Decide(situation))],
        RecordSubject record => [.. Of(record)],
        PolicySubject { On: var day } => [.. Of(day)],
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "There is no such subject."),
    };

    private static IEnumerable<Finding> Of(Decision decision)
    {
        var verdict = decision.Verdict.InWords();
        if (decision.Because.IsEmpty || decision.Verdict == Verdict.NotCovered)
        {
            yield return new(ExpectationKind.Verdict, verdict, null, null, "");
        }

        foreach (var reason in decision.Because)
        {
            var isPart = reason.Part == ReasonPart.Decides || (decision.Verdict == Verdict.Undetermined && reason.Part is ReasonPart.MayHold or ReasonPart.HoldsToo);
            if (!isPart)
            {
                continue;
            }

            var conditions = decision.Conditions.Where(condition => condition.Clause == reason.Clause).Select(condition => condition.Text).DefaultIfEmpty("");
            foreach (var condition in conditions)
            {
                yield return new(ExpectationKind.Verdict, verdict, reason.Clause, reason.Statement, condition);
            }
        }

        foreach (var finding in Additions(decision))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Additions(Decision decision)
    {
        var duties = decision.Duties.Where(duty => duty.IsCertain).Select(duty => new Finding(ExpectationKind.Duty, "duty", duty.Clause, duty.Statement, duty.Text));
        var advice = decision.Advice.Select(notice => new Finding(ExpectationKind.Advice, "advice", notice.Clause, notice.Statement, notice.Text));
        var procedures = decision.Procedures.Select(notice => new Finding(ExpectationKind.Procedure, "procedure", notice.Clause, notice.Statement, notice.Text));
        var due = decision.Due.Select(notice => new Finding(ExpectationKind.Due, "due", notice.Clause, notice.Statement, notice.Text));
        var conflicts = decision.Collisions.SelectMany(collision => new[]
        {
            new Finding(ExpectationKind.Conflict, "conflict", collision.StricterClause, collision.Stricter, ""),
            new Finding(ExpectationKind.Conflict, "conflict", collision.OtherClause, collision.Other, ""),
        });
        return duties.Concat(advice).Concat(procedures).Concat(due).Concat(conflicts).Concat(ScopeOf(decision));
    }

    private static IEnumerable<Finding> ScopeOf(Decision decision) => decision.Scope.IsInScope switch
    {
        true => decision.Scopes.Select(scope => new Finding(ExpectationKind.InScope, "in scope", scope.Clause, scope.Statement, "")),
        false => [new(ExpectationKind.OutOfScope, "out of scope", decision.Scope.Clause, null, "")],
        _ => [],
    };

    private IEnumerable<Finding> Of(RecordSubject record)
    {
        var isComplete = true;
        foreach (var requirement in policy.Statements.OfType<Requirement>().Where(requirement => requirement.Record == record.Record))
        {
            var missing = requirement.Fields.Except(record.Fields).ToList();
            isComplete &= missing.Count == 0;
            foreach (var field in missing)
            {
                yield return new(ExpectationKind.Missing, "missing", requirement.Clause, requirement.Id, field);
            }
        }

        if (isComplete)
        {
            yield return new(ExpectationKind.Complete, "complete", null, null, "");
        }
    }

    private IEnumerable<Finding> Of(DateOnly? day) => policy.Statements.OfType<Governance>().SelectMany(statement => Of(statement, day));

    private IEnumerable<Finding> Of(Governance statement, DateOnly? day)
    {
        switch (statement)
        {
            case Reviewed review:
                yield return Fact("reviewed", review.By is { } by ? $"{review.Every} by {policy.Phrasing.Recipient(by)}" : review.Every.ToString());
                if (day is { } today && policy.Document.FrontMatter.Reviewed is { } last && review.Every.After(last.Last) < today)
                {
                    yield return Fact("review overdue", string.Create(CultureInfo.InvariantCulture, $"{review.Every.After(last.Last):MMMM yyyy}"));
                }

                break;
            case OwnedBy owned:
                yield return Fact("owned", policy.Phrasing.Recipient(owned.Owner));
                break;
            case RatifiedBy ratified:
                yield return Fact("ratified", policy.Phrasing.Recipient(ratified.Body));
                break;
            case ReadWith { Titles: var titles }:
                foreach (var title in titles)
                {
                    yield return Fact("read with", title);
                }

                break;
            case RestsOn { Titles: var titles }:
                foreach (var title in titles)
                {
                    yield return Fact("rests on", title);
                }

                break;
            case Definition definition:
                yield return Fact("means", $"{definition.Term}: {definition.Meaning}");
                break;
            default:
                break; // whom and what the policy covers is asked of situations
        }

        Finding Fact(string word, string detail) => new(ExpectationKind.Governance, word, statement.Clause, statement.Id, detail);
    }
}
