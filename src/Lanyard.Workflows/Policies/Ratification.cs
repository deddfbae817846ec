using System.Collections.Immutable;

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

    /// <summary>Whether somebody confirmed that it was approved on paper, before its text came into Lanyard.</summary>
    public bool IsOnPaper { get; init; }

    /// <summary>The day on which its text was written into Lanyard; <see langword="null"/> in a record from before that was kept.</summary>
    public DateOnly? Written { get; init; }

    /// <summary>What had been entered before each correction, oldest first.</summary>
    public ImmutableArray<RatificationCorrection> Corrections { get; init; } = [];

    /// <summary>The same with another day and minute reference; what was entered before is kept beside it.</summary>
    public Ratification Correct(RatificationCorrected corrected, DateOnly day) => this with
    {
        Minute = corrected.Minute,
        On = corrected.On,
        IsOnPaper = corrected.IsOnPaper,
        Corrections = Corrections.Add(new(Minute, On, day, corrected.Reason)),
    };
}
