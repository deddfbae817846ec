namespace Lanyard.Workflows.Policies;

/// <summary>What somebody entered about a ratification.</summary>
/// <param name="Hash">The text that the person had before them. Another text is not ratified by it.</param>
/// <param name="Body">Who ratified.</param>
/// <param name="Minute">Where the minutes say so.</param>
/// <param name="On">The day of the meeting; <see langword="null"/> if none was entered.</param>
/// <param name="Condition">What must be met first; empty if nothing must.</param>
/// <param name="IsOnPaper">Whether it was confirmed that the policy was approved on paper, before it came into Lanyard.</param>
public sealed record RatificationEntry(string Hash, string Body, string Minute, DateOnly? On, string Condition, bool IsOnPaper)
{
    /// <summary>Whether the meeting was before the day on which the text was written.</summary>
    public bool IsBefore(DateOnly? written) => On is { } day && written is { } first && day < first;
}
