using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Scenarios;

/// <summary>What the clauses of a policy have become: clause, statements, scenarios, what acts on them.</summary>
/// <param name="Clauses">The clauses, in order. A section that only holds other clauses is left out.</param>
public sealed record Coverage(ImmutableArray<ClauseCoverage> Clauses)
{
    /// <summary>Works out the coverage of a policy.</summary>
    public static Coverage Of(CompiledPolicy policy) => Of(policy, new ScenarioRunner(policy).Run());

    /// <summary>Works out the coverage of a policy whose scenarios have been run.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="outcomes">How its scenarios came out.</param>
    public static Coverage Of(CompiledPolicy policy, ImmutableArray<ScenarioOutcome> outcomes)
    {
        var clauses = policy.Document.Clauses
            .Select(clause => (Clause: clause, Statements: policy.Statements.Where(statement => statement.Clause == clause.Id).ToList()))
            .Where(pair => pair.Statements.Count > 0 || !pair.Clause.Prose.IsEmpty)
            .Select(pair => Cover(pair.Clause.Id, pair.Clause.Heading, pair.Statements, outcomes));
        return new([.. clauses]);
    }

    private static ClauseCoverage Cover(string id, string heading, List<Statement> statements, ImmutableArray<ScenarioOutcome> outcomes)
    {
        var covered = statements.Select(statement => new StatementCoverage(
            statement.Id, KindOf(statement), statement.Text, outcomes.Count(outcome => outcome.Passed && outcome.Exercised.Contains(statement.Id)), ActsOn(statement))).ToImmutableArray();
        var gaps = ImmutableArray.CreateBuilder<string>();
        if (statements.Count == 0)
        {
            gaps.Add("no statement");
        }

        gaps.AddRange(covered.Where(statement => statement.Scenarios == 0).Select(statement => $"no passing scenario exercises {statement.Id}"));
        return new(id, heading, covered, gaps.ToImmutable());
    }

    private static string KindOf(Statement statement) => statement switch
    {
        Conduct { IsPower: true } => "power",
        Conduct => "conduct",
        Duty => "duty",
        Requirement => "requirement",
        Programme => "programme",
        Consequence => "consequence",
        Advice => "advice",
        Governance => "governance",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Id, "There is no such kind of statement."),
    };

    // Says what the application does today, not what it will do.
    private static string ActsOn(Statement statement) => statement switch
    {
        Conduct or Consequence => "decide, ask",
        Duty => "decide, ask (names who must be told and by when)",
        Requirement => "test (says what a record lacks)",
        Programme => "decide (says what is due from somebody who joins)",
        Advice => "decide, ask (shown at the moment it matters)",
        Reviewed or RatifiedBy or RestsOn => "check",
        AppliesTo or Covers => "decide, ask (scope), check",
        Definition => "every sentence that uses the word",
        Governance => "render",
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Id, "There is no such kind of statement."),
    };
}
