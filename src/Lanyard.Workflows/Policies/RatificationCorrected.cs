using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>The day or the minute reference of a ratification had been entered wrongly. What was entered before stays in the record.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Hash">The text that was ratified.</param>
/// <param name="Minute">Where the minutes say so.</param>
/// <param name="On">The day of the meeting.</param>
/// <param name="Reason">Why it is corrected.</param>
/// <param name="IsOnPaper">Whether somebody confirmed that it was approved on paper, before its text came into Lanyard.</param>
public sealed record RatificationCorrected(PolicyId Policy, string Hash, string Minute, DateOnly On, string Reason, bool IsOnPaper = false) : PolicyEvent(Policy, Hash);
