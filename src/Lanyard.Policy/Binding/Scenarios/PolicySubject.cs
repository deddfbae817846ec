namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>The policy itself, on some day.</summary>
/// <param name="On">The day; <see langword="null"/> where it does not matter.</param>
public sealed record PolicySubject(DateOnly? On) : ScenarioSubject;
