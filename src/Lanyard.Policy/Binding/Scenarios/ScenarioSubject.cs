namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>What a scenario is about.</summary>
public abstract record ScenarioSubject;
