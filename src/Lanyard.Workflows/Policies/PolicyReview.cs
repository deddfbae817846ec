namespace Lanyard.Workflows.Policies;

/// <summary>A review of the version in force.</summary>
public sealed record PolicyReview(string Hash, DateOnly On, string By, string Outcome);
