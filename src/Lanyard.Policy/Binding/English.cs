namespace Lanyard.Policy.Binding;

/// <summary>The few rules of English that the language needs: plurals, and the forms of verbs.</summary>
internal static class English
{
    private static readonly Dictionary<string, (string Present, string Past)> Irregular = new(StringComparer.Ordinal)
    {
        ["have"] = ("has", "had"),
        ["meet"] = ("meets", "met"),
        ["see"] = ("sees", "saw"),
        ["make"] = ("makes", "made"),
        ["keep"] = ("keeps", "kept"),
        ["send"] = ("sends", "sent"),
        ["put"] = ("puts", "put"),
        ["hit"] = ("hits", "hit"),
        ["hurt"] = ("hurts", "hurt"),
        ["cut"] = ("cuts", "cut"),
        ["beat"] = ("beats", "beat"),
        ["tell"] = ("tells", "told"),
        ["say"] = ("says", "said"),
        ["give"] = ("gives", "gave"),
        ["get"] = ("gets", "got"),
        ["write"] = ("writes", "wrote"),
        ["take"] = ("takes", "took"),
        ["leave"] = ("leaves", "left"),
    };

    private static readonly HashSet<string> Doubling = new(StringComparer.Ordinal) { "chat", "tag", "grab", "slap", "swap", "stop", "spot" };

    public static string Plural(string noun) => noun switch
    {
        "person" => "people",
        "child" => "children",
        "staff" => "staff",
        _ => AddS(noun),
    };

    public static string Present(string verb) => Irregular.TryGetValue(verb, out var forms) ? forms.Present : AddS(verb);

    public static string Past(string verb)
    {
        if (Irregular.TryGetValue(verb, out var forms))
        {
            return forms.Past;
        }

        return verb switch
        {
            _ when Doubling.Contains(verb) => verb + verb[^1] + "ed",
            [.., 'e'] => verb + "d",
            [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ied",
            _ => verb + "ed",
        };
    }

    public static string Gerund(string verb) => verb switch
    {
        "put" or "hit" or "cut" or "get" => verb + verb[^1] + "ing",
        _ when Doubling.Contains(verb) => verb + verb[^1] + "ing",
        [.., 'e', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ => verb + "ing",
    };

    /// <summary>A clause said to be untrue: "is offensive" becomes "is not offensive", "names a student" becomes "does not name a student".</summary>
    public static string Negated(string clause)
    {
        var space = clause.IndexOf(' ', StringComparison.Ordinal);
        var (verb, tail) = space < 0 ? (clause, "") : (clause[..space], clause[space..]);
        return verb switch
        {
            "is" or "was" or "could" => $"{verb} not{tail}",
            [.., 'i', 'e', 's'] => $"does not {verb[..^3]}y{tail}",
            [.., 's'] => $"does not {verb[..^1]}{tail}",
            _ => NegatedInside(clause),
        };
    }

    // "Their role requires it" becomes "their role does not require it".
    private static string NegatedInside(string clause)
    {
        var words = clause.Split(' ').ToList();
        var be = words.FindIndex(word => word is "is" or "are" or "has" or "was");
        if (be >= 0)
        {
            words.Insert(be + 1, "not");
            return string.Join(' ', words);
        }

        var verb = words.FindIndex(1, word => word is [.., 's'] and not "'s");
        return verb < 0 ? $"not {clause}" : $"{string.Join(' ', words.Take(verb))} does not {words[verb][..^1]} {string.Join(' ', words.Skip(verb + 1))}".TrimEnd();
    }

    /// <summary>The question whether a clause is true: "the headteacher has approved it" becomes "Has the headteacher
    /// approved it?", and "the content names a student" becomes "Does the content name a student?"</summary>
    public static string Asked(string clause)
    {
        var words = clause.Split(' ').ToList();
        var be = words.FindIndex(word => word is "is" or "are" or "has" or "have" or "was" or "could");
        var verb = be >= 0 ? be : words.FindIndex(1, word => word is [.., not ('s' or '\''), 's']);
        if (verb < 0)
        {
            return $"Is it true that {clause}?";
        }

        var subject = string.Join(' ', words.Take(verb));
        var rest = string.Join(' ', words.Skip(verb + 1));
        var plain = words[verb].EndsWith("ies", StringComparison.Ordinal) ? $"{words[verb][..^3]}y" : words[verb][..^1];
        return be >= 0
            ? $"{char.ToUpperInvariant(words[be][0])}{words[be][1..]} {subject} {rest}?"
            : $"Does {subject} {plain} {rest}".TrimEnd() + "?";
    }

    public static string WithArticle(string noun) =>
        noun is ['a' or 'e' or 'i' or 'o' or 'u' or 'A' or 'E' or 'I' or 'O' or 'U', ..] ? $"an {noun}" : $"a {noun}";

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string joiner) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {joiner} {items[^1]}",
    };

    private static string AddS(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] => word + "es",
        [.., var before, 'y'] when !IsVowel(before) => word[..^1] + "ies",
        _ => word + "s",
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
