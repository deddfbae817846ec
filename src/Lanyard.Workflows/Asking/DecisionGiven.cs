using System.Collections.Immutable;
using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Asking;

/// <summary>Somebody asked, and the policy answered. Kept so that it can be replayed.</summary>
/// <param name="Decision">Its id.</param>
/// <param name="Policy">Which policy answered.</param>
/// <param name="Hash">The content hash of its version.</param>
/// <param name="Asker">Who asked; <see langword="null"/> for somebody who asked anonymously: then only the situation is kept.</param>
/// <param name="Situation">The situation, as JSON.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="Clauses">The clauses that gave it.</param>
public sealed record DecisionGiven(Guid Decision, PolicyId Policy, string Hash, PersonId? Asker, string Situation, string Verdict, ImmutableArray<string> Clauses) : Event
{
    /// <summary>The statements that had a part in it, by the marks that they keep from version to version.</summary>
    public ImmutableArray<string> Statements { get; init; } = [];

    /// <inheritdoc/>
    public override string Subject => $"decision/{Decision:N}";

    /// <inheritdoc/>
    public override string? PolicyHash => Hash;

    /// <inheritdoc/>
    public override string? Clause => Clauses.FirstOrDefault();
}
