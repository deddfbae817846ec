using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>The version in force was reviewed.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Hash">The version that was reviewed.</param>
/// <param name="On">The day.</param>
/// <param name="By">The body that reviewed it.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record PolicyReviewed(PolicyId Policy, string Hash, DateOnly On, string By, string Outcome) : PolicyEvent(Policy, Hash);
