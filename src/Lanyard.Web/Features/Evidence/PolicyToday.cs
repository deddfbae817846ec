using System.Collections.Immutable;
using Lanyard.Workflows.Consistency;
using Lanyard.Workflows.Evidence;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Evidence;

/// <summary>What bears a policy out today, and what is wrong with it.</summary>
/// <param name="File">The policy.</param>
/// <param name="Version">The version in force; <see langword="null"/> if there is none, and then there are no clauses.</param>
/// <param name="Clauses">The evidence, clause by clause.</param>
/// <param name="Asked">How many people it asks to accept it.</param>
/// <param name="Accepted">How many of them have accepted the version in force.</param>
/// <param name="OfFile">What is wrong with the policy, whether a version is in force or not.</param>
/// <param name="OfVersion">What is wrong with the version in force.</param>
public sealed record PolicyToday(
    PolicyFile File, PolicyVersionInForce? Version, ImmutableArray<ClauseEvidence> Clauses, int Asked, int Accepted, ImmutableArray<Inconsistency> OfFile, ImmutableArray<Inconsistency> OfVersion);
