using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>A test in a policy: something that happens, and what the policy should say about it.</summary>
/// <param name="Clause">The clause it stands in.</param>
/// <param name="Where">The sentence that tells what happens.</param>
/// <param name="Text">That sentence on one line.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Expectations">What the answer should say.</param>
public sealed record Scenario(
    string Clause, SourceSpan Where, string Text, ScenarioSubject Subject, ImmutableArray<Expectation> Expectations);
