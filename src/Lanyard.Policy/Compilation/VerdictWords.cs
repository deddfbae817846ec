namespace Lanyard.Policy.Compilation;

/// <summary>How verdicts are said.</summary>
public static class VerdictWords
{
    /// <summary>The verdict in words, such as "advised against".</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.NotCovered => "not covered",
        Verdict.Permitted => "permitted",
        Verdict.AdvisedAgainst => "advised against",
        Verdict.Conditional => "conditional",
        Verdict.Undetermined => "undetermined",
        Verdict.Prohibited => "prohibited",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
    };
}
