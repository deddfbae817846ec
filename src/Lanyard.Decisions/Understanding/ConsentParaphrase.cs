using System.Text.RegularExpressions;

namespace Lanyard.Decisions.Understanding;

/// <summary>Turns the consent that a sentence asks for into an exception, with each person who gives it and whether it is in writing.</summary>
internal static partial class ConsentParaphrase
{
    /// <summary>The sentence with its consent as an exception; as it was, if it asks for none or for that of somebody whom no permission names.</summary>
    public static string In(string sentence)
    {
        // "May do it without consent" is the opposite of "may do it unless there is consent".
        if (!Negative().IsMatch(sentence))
        {
            return sentence;
        }

        foreach (var form in new[] { WithoutConsentOf(), WithoutTheirConsent(), UnlessTheyConsent() })
        {
            if (form.Match(sentence) is { Success: true } match && Exception(match) is { } exception)
            {
                return sentence[..match.Index] + exception;
            }
        }

        return WithoutConsent().Replace(sentence, " unless consent has been given");
    }

    private static string? Exception(Match match)
    {
        var isWritten = match.Groups["written"].Success;
        var joiner = match.Groups["who"].Value.Contains(" or ", StringComparison.OrdinalIgnoreCase) ? "or" : "and";
        var who = match.Groups["who"].Value.Split([" and ", " or "], StringSplitOptions.TrimEntries).Select(giver => Permission(giver, isWritten)).ToList();
        return who.Contains(null) ? null : $" unless {string.Join($" {joiner} ", who)}";
    }

    private static string? Permission(string giver, bool isWritten)
    {
        var plain = Determiner().Replace(giver, "").ToLowerInvariant().TrimEnd('\'');
        plain = plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain;
        return plain switch
        {
            "parent" or "parents" or "parental" or "carer" or "carers" => isWritten ? "a parent has consented in writing" : "the child's parent has consented",
            "headteacher" or "head teacher" => isWritten ? "the headteacher has consented in writing" : "the headteacher has approved it",
            "school" or "trust" or "company" or "organisation" => isWritten ? "the organisation has consented in writing" : "the organisation has authorised it",
            _ => null,
        };
    }

    [GeneratedRegex(@"\b(?:must|should) not ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Negative();

    // "without the prior written consent of parents and the headteacher", "unless they have written permission from the headteacher"
    [GeneratedRegex(@",? (?:without|unless (?:they|staff) (?:have|obtain|have obtained)|unless there is)(?: (?:the|first|(?:prior|explicit|express),?))*(?<written> written)? (?:consent|permission|approval|agreement|authorisation) (?:of|from|by) (?<who>[\w ']+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutConsentOf();

    // "without the headteacher's written permission", "without parental consent"
    [GeneratedRegex(@",? (?:without|unless (?:they|staff) (?:have|obtain|have obtained)|unless there is)(?: prior)?(?<written> written)? (?<who>(?:(?:the|an?|their) )?(?:headteacher's|head teacher's|parents'|parent's|parental|school's|trust's|company's|organisation's))(?: (?:prior|explicit|express),?)*(?<written> written)? (?:consent|permission|approval|agreement|authorisation)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutTheirConsent();

    // "unless the headteacher has agreed in writing", "unless a parent has given written consent"
    [GeneratedRegex(@",? unless (?<who>[\w ]+?) (?:(?:has |have )?(?:consented|agreed|approved|authorised|consents?|agrees?|approves?|authorises?)(?: to)?(?: it| this)?|(?:has |have )?(?:given|gives?)(?: (?:prior|explicit|express|their|its))*(?<written> written)? (?:consent|permission|approval|agreement|authorisation))(?<written> in writing)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnlessTheyConsent();

    [GeneratedRegex(@" without(?: (?:prior|any))? consent$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutConsent();

    [GeneratedRegex(@"^(?:(?:the|an?|their|each|every|any) )+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Determiner();
}
