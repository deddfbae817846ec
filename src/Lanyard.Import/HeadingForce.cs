using System.Text.RegularExpressions;

namespace Lanyard.Import;

/// <summary>Tells how strongly the heading of a column speaks: "Do" says what must be done, "Do not" what must
/// not.</summary>
internal static partial class HeadingForce
{
    /// <summary>How strongly the heading speaks and of what; <see langword="null"/> if no such heading stands before
    /// the sentence.</summary>
    public static (string Force, string Act)? Of(string sentence)
    {
        if (Headed().Match(sentence) is not { Success: true } headed)
        {
            return null;
        }

        var force = headed.Groups["force"].Value.ToLowerInvariant().Replace('’', '\'') switch
        {
            "should" => "should",
            "should not" or "shouldn't" or "avoid" => "should not",
            "may" or "can" or "allowed" or "permitted" => "may",
            "do" or "must" or "always" => "must",
            _ => "must not",
        };
        return (force, headed.Groups["act"].Value);
    }

    [GeneratedRegex(
        @"^(?<force>do not|don['’]t|do|must not|must|should not|shouldn['’]t|should|may not|may|cannot|can['’]t|can|"
            + @"never|always|avoid|not allowed|allowed|not permitted|permitted|prohibited|forbidden|"
            + @"banned):\s(?<act>\p{Ll}.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Headed();
}
