using System.Collections.Immutable;
using Lanyard.Policy.Binding.Scenarios;

namespace Lanyard.Decisions.Scenarios;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Failures">Each expectation that was not met, with what the answer was instead.</param>
/// <param name="Exercised">The statements that it proves, by their names within the policy.</param>
public sealed record ScenarioOutcome(
    Scenario Scenario, ImmutableArray<ScenarioFailure> Failures, ImmutableHashSet<string> Exercised)
{
    /// <summary>Whether the policy says everything that the scenario expects.</summary>
    public bool Passed => Failures.IsEmpty;
}
