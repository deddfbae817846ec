using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>A record, with what it holds.</summary>
/// <param name="Record">The kind of record.</param>
/// <param name="Fields">What it holds.</param>
public sealed record RecordSubject(string Record, ImmutableArray<string> Fields) : ScenarioSubject;
