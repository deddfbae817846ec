using System.Collections.Immutable;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>One thing that a scenario expects of the answer.</summary>
/// <param name="Kind">What it expects.</param>
/// <param name="Word">The word it begins with, such as "prohibited" or "read with".</param>
/// <param name="Clauses">The clauses that must say so; empty if it does not matter which.</param>
/// <param name="Details">What follows the colon, in parts; empty if it does not matter.</param>
/// <param name="Where">Where it stands.</param>
public sealed record Expectation(
    ExpectationKind Kind, string Word, ImmutableArray<string> Clauses, ImmutableArray<string> Details, SourceSpan Where);
