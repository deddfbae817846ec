using Lanyard.Policy.Binding.Scenarios;

namespace Lanyard.Decisions.Scenarios;

/// <summary>An expectation that was not met.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Actual">What the policy says instead, in words.</param>
public sealed record ScenarioFailure(Expectation Expectation, string Actual);
