using System.Collections.Immutable;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Scenarios;

/// <summary>Runs the scenarios of a policy against it.</summary>
public sealed class ScenarioRunner(CompiledPolicy policy)
{
    private const int MostNeeds = 3;

    private readonly Findings _findings = new(policy);

    /// <summary>Runs every scenario, in order.</summary>
    public ImmutableArray<ScenarioOutcome> Run() => [.. policy.Scenarios.Select(Run)];

    private ScenarioOutcome Run(Scenario scenario)
    {
        var findings = _findings.Of(scenario.Subject);
        var failures = ImmutableArray.CreateBuilder<ScenarioFailure>();
        var exercised = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var expectation in scenario.Expectations)
        {
            var fitting = findings.Where(finding => finding.Kind == expectation.Kind && finding.Word == expectation.Word).ToList();
            if (IsMet(expectation, fitting))
            {
                exercised.UnionWith(fitting.Where(finding => expectation.Clauses.Contains(finding.Clause ?? "")).Select(finding => finding.Statement).OfType<string>());
            }
            else
            {
                failures.Add(new(expectation, Actual(expectation, findings) + Unknown(expectation, scenario.Subject)));
            }
        }

        return new(scenario, failures.ToImmutable(), exercised.ToImmutable());
    }

    private static bool IsMet(Expectation expectation, List<Finding> fitting)
    {
        if (fitting.Count == 0)
        {
            return false;
        }

        return expectation.Clauses.All(clause => fitting.Exists(finding => finding.Clause == clause))
            && expectation.Details.All(detail => fitting.Exists(finding =>
                string.Equals(finding.Detail.TrimEnd('.'), detail, StringComparison.OrdinalIgnoreCase)
                && (expectation.Clauses.IsEmpty || expectation.Clauses.Contains(finding.Clause ?? ""))));
    }

    // Some other statement may look at what the sentence leaves open: that is named, with words that would say it.
    private string Unknown(Expectation expectation, ScenarioSubject subject)
    {
        if (expectation.Kind != ExpectationKind.Verdict || subject is not SituationSubject { Situation: var situation })
        {
            return "";
        }

        var needs = new Decider(policy).Decide(situation).Needs.Where(need => need.IsForVerdict).Take(MostNeeds)
            .ToList();
        return needs.Count == 0 ? "" : $"; not known: {string.Join("; ", needs.Select(SaidSo))}";
    }

    private string SaidSo(Need need)
    {
        var facet = policy.Lexicon.Facet(need.Facet);
        var values = need.Choices[^1].Values;
        var said = facet == policy.Lexicon.Act
            ? policy.Phrasing.Choice(facet, values)
            : policy.Phrasing.Part(facet, values);
        return $"{need.Question} (say `{said}`)";
    }

    private static string Actual(Expectation expectation, List<Finding> findings)
    {
        var same = findings.Where(finding => finding.Kind == expectation.Kind).Select(finding => finding.ToString()).Distinct().ToList();
        return same.Count > 0 ? string.Join("; ", same) : $"nothing of the kind ({string.Join("; ", findings.Select(finding => finding.ToString()).Distinct().Take(4))})";
    }
}
