using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Lanyard.Decisions.Understanding;

/// <summary>How words are written in a hurry, on a phone, or by a child, and the words that are meant.</summary>
/// <remarks>Only what can mean one thing: a guess would put words into somebody's mouth.</remarks>
internal static partial class Spelling
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Meant = Read(
    [
        "i'm im = i am", "i've ive = i have", "i'll = i will", "he's hes = he is", "she's shes = she is", "he'll = he will", "she'll = she will", "they'll theyll = they will", "they're theyre = they are", "we're = we are", "you're youre = you are", "who's = who is", "there's = there is",
        "dont dnt = don't", "doesnt = doesn't", "didnt = didn't", "wont = won't", "cant = can't", "havent = haven't", "hasnt = hasn't", "isnt = isn't", "wasnt = wasn't", "couldnt = couldn't", "shouldnt = shouldn't", "wouldnt = wouldn't", "arent = aren't", "werent = weren't",
        "sum1 some1 = someone", "any1 = anyone", "every1 evry1 = everyone", "noone no-one = nobody", "ppl peeps = people", "u = you", "ur = your", "wanna = want to", "gonna = going to", "cos coz cuz bc = because", "b4 = before", "rn = now", "wot wat = what",
        "pic pics pictures piccy = picture", "vid vids = video", "msg mssg = message", "msgs = messages", "msging messagin = messaging", "msged = messaged", "gc gcs = group chat", "bf = boyfriend", "gf = girlfriend", "mom mam mummy = mum", "daddy = dad", "skool = school", "techer teecher = teacher", "freind frend = friend",
        "kys = kill yourself", "kms = kill myself", "noods nudez n00ds nudies = nude", "bulling bullyin = bullying", "bulled bullyed = bullied", "threatning threatining = threatening", "threatend = threatened", "blackmailin = blackmailing", "harrassing = harassing", "harrassed = harassed", "sucidal suicidle = suicidal", "scard = scared",
    ]);

    /// <summary>The words that a word stands for; itself, if it is spelt as usual.</summary>
    public static ImmutableArray<string> Of(string word) => Meant.GetValueOrDefault(word.Replace('’', '\''), [word]);

    /// <summary>A text whose turns of phrase say plainly what they mean: who won't stop doing something goes on doing it.</summary>
    public static string Plain(string text) => Former().Replace(Ongoing().Replace(text, "keeps"), "ex ");

    private static FrozenDictionary<string, ImmutableArray<string>> Read(string[] lines) =>
        lines.Select(line => line.Split(" = ")).SelectMany(pair => pair[0].Split(' ').Select(word => (Word: word, Meant: pair[1].Split(' ').ToImmutableArray())))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Meant, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:won['’]?t|doesn['’]?t|don['’]?t|will not|does not|do not|never) stops?\b(?= \w+in)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ongoing();

    [GeneratedRegex(@"\bex-(?=\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Former();
}
