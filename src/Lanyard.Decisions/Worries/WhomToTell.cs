using System.Collections.Immutable;

namespace Lanyard.Decisions.Worries;

/// <summary>Who hears of a worry, by what it is about and by who tells it: never the one it is about, and never
/// oneself.</summary>
internal static class WhomToTell
{
    private const string Lead = "designated safeguarding lead";
    private const string Head = "headteacher";
    private const string Chair = "chair of governors";
    private const string Officer = "LADO";
    private const string SocialCare = "children's social care";
    private const string Police = "police";
    private const string TrustedAdult = "trusted adult";
    private const string Childline = "Childline";

    public static Worry Of(ImmutableArray<string> kinds, Asker who, bool isAboutAdult, bool isAboutHead,
        bool isForPolice, bool hasPicture)
    {
        var isAboutTheHead = isAboutHead && !who.IsHead;
        var inside = isAboutTheHead ? OfHead(who) : isAboutAdult ? OfAdult(who) : OfChild(who);
        string[] outside = who.IsLead || isForPolice ? [Police] : [];
        string[] young = who.IsYoung ? [Childline] : [];
        ImmutableArray<string> tell = [.. (who.IsYoung ? [TrustedAdult] : Array.Empty<string>()).Concat(inside)
            .Concat(outside).Concat(young).Distinct()];
        return new(kinds, tell, Text(inside, hasPicture, who, isAboutTheHead)) { IsAboutAdult = isAboutAdult
            || isAboutTheHead, IsAboutHead = isAboutTheHead };
    }

    private static string[] OfHead(Asker who) => who.IsChair ? [Officer, Lead] : who.IsLead ? [Chair] : [Chair, Lead];

    private static string[] OfAdult(Asker who) => who.IsHead
        || who.IsChair ? [Officer, Lead] : who.IsLead ? [Head, Officer] : [Head, Lead];

    private static string[] OfChild(Asker who) => who.IsLead ? [SocialCare] : [Lead];

    private static string Text(string[] inside, bool hasPicture, Asker who, bool isAboutHead)
    {
        var names = string.Join(" or ", inside
            .Select(name => name == Head || name == Lead || name == Chair || name == Officer ? $"the {name}" : name));
        return string.Join(' ', Sentences());

        IEnumerable<string> Sentences()
        {
            yield return who.IsYoung ? $"You have done nothing wrong. Tell an adult you trust now, or {names}."
                : who.IsLead ? $"You hold this role yourself, so take it further: tell {names} now."
                : $"Tell {names} now. Do not wait for a computer.";
            if (isAboutHead)
            {
                yield return "Do not tell the headteacher.";
            }

            if (hasPicture)
            {
                yield return "Do not look for a picture, copy it or pass it on.";
            }

            yield return "If somebody is in danger now, call 999.";
            if (who.IsYoung)
            {
                yield return "You can talk to Childline at any time on 0800 1111. It is free.";
            }
        }
    }
}
