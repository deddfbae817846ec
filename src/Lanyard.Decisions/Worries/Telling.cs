namespace Lanyard.Decisions.Worries;

/// <summary>Whether somebody tells something of a child, or a child of themselves and others, and asks for
/// nothing.</summary>
/// <remarks>
/// Harm has more words than any list. But an asker about the policy asks a question: who tells of a child
/// instead, and not of
/// something they did themselves or of an everyday matter, is told where to go.
/// </remarks>
internal static class Telling
{
    /// <summary>The name of this kind of worry.</summary>
    public const string Kind = "told of a child";

    public static bool IsIn(string text, List<ToldSentence> sentences, Asker who)
    {
        bool Has(string group) => sentences.Exists(sentence => sentence.Has(group));
        var asks = (text.Contains('?', StringComparison.Ordinal) || sentences.Exists(sentence => sentence.Asks))
            && !sentences.Exists(sentence => sentence.AsksWhomToTell);
        if (asks || Has("own doing") || Has("everyday") || (who.IsAtWork && sentences.Exists(IsContactOnly)))
        {
            return false;
        }

        return who.IsYoung ? (Has("me") && (Has("somebody") || Has("family") || Has("worker") || Has("grown up")))
            || Has("child") || Has("self talk")
            : Has("child") || Has("disclosed") || (who.IsFamily && Has("somebody"))
            || (!who.IsAtWork && Has("me") && Has("worker"));
    }

    // "A pupil has rung me twice": the policy says what to do about that.
    private static bool IsContactOnly(ToldSentence sentence) => sentence.Has("contact me");
}
