using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>The body that the policy names ratified one text of it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Hash">The text that was ratified, and no other.</param>
/// <param name="Body">Who ratified it, such as "governing body".</param>
/// <param name="Minute">Where the minutes say so.</param>
/// <param name="On">The day of the meeting.</param>
/// <param name="Condition">What must be met first; <see langword="null"/> if nothing must.</param>
/// <param name="IsOnPaper">Whether somebody confirmed that it was approved on paper, before its text came into Lanyard.</param>
public sealed record PolicyRatified(PolicyId Policy, string Hash, string Body, string Minute, DateOnly On, string? Condition, bool IsOnPaper = false) : PolicyEvent(Policy, Hash);
