using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Asking;

/// <summary>An answer that was given.</summary>
public sealed record RecordedDecision(
    Guid Id, PolicyId Policy, string Hash, PersonId? Asker, string Situation, string Verdict, ImmutableArray<string> Clauses, ImmutableArray<string> Statements, DateTimeOffset At);
