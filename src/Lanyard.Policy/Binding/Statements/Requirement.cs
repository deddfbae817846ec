using System.Collections.Immutable;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>What a record must hold: an official account must have an objective.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Record">The kind of record.</param>
/// <param name="Fields">What it must hold.</param>
public sealed record Requirement(StatementSource Source, string Record, ImmutableArray<string> Fields) : Statement(Source);
