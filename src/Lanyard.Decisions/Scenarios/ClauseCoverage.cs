using System.Collections.Immutable;

namespace Lanyard.Decisions.Scenarios;

/// <summary>What one clause has become.</summary>
/// <param name="Id">The number of the clause.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="Gaps">What is missing, in words.</param>
public sealed record ClauseCoverage(string Id, string Heading, ImmutableArray<StatementCoverage> Statements, ImmutableArray<string> Gaps);
