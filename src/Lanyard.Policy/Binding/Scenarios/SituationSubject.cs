using Lanyard.Domain.Situations;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Somebody does something.</summary>
/// <param name="Situation">What is known of it.</param>
public sealed record SituationSubject(Situation Situation) : ScenarioSubject;
