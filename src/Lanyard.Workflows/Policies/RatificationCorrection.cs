namespace Lanyard.Workflows.Policies;

/// <summary>What had been entered of a ratification before it was corrected.</summary>
/// <param name="Minute">The minute reference that had been entered.</param>
/// <param name="On">The day that had been entered.</param>
/// <param name="Corrected">The day on which it was corrected.</param>
/// <param name="Reason">Why.</param>
public sealed record RatificationCorrection(string Minute, DateOnly On, DateOnly Corrected, string Reason);
