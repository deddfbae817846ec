namespace Lanyard.Workflows.Policies;

/// <summary>That a body ratified a text.</summary>
/// <param name="Body">Who ratified it.</param>
/// <param name="Minute">Where the minutes say so.</param>
/// <param name="On">The day of the meeting.</param>
/// <param name="Condition">What must be met first, if anything.</param>
/// <param name="HowMet">How the condition was met, once it has been.</param>
public sealed record Ratification(string Body, string Minute, DateOnly On, string? Condition, string? HowMet)
{
    /// <summary>Whether a condition still waits.</summary>
    public bool IsWaiting => Condition is not null && HowMet is null;
}
