namespace Lanyard.Accounts.Passwords;

/// <summary>How wrong tries are held up.</summary>
/// <param name="Free">How many are free.</param>
/// <param name="First">How long the next one has to wait after those. Each further wrong one doubles it.</param>
/// <param name="Longest">How long the longest wait is.</param>
/// <param name="Forgotten">After how long without a wrong one all of them are forgotten.</param>
public sealed record TryRule(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgotten)
{
    /// <summary>How long to wait after so many wrong tries.</summary>
    public TimeSpan WaitAfter(int wrong)
    {
        var times = Math.Clamp(wrong - Free, 0, 20);
        var wait = First * Math.Pow(2, times);
        return wrong < Free ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }
}
