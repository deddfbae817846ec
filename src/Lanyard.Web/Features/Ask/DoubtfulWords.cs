using System.Collections.Frozen;

namespace Lanyard.Web.Features.Ask;

/// <summary>
/// Words that turn an answer round when they are missed: who it is, that it is not so, that somebody agreed.
/// </summary>
public static class DoubtfulWords
{
    private const int ShortestStem = 3;

    private static readonly FrozenSet<string> All = Of(
        // people
        "boy girl kid child children baby toddler teen teenager pupil student class somebody someone person",
        "people man men woman women lad lass mum mam mom dad parent carer guardian family families brother",
        "sister sibling cousin aunt auntie uncle nan gran granny grandma grandad grandparent son daughter",
        "niece nephew wife husband partner ex boyfriend girlfriend friend mate neighbour babysitter",
        "childminder teacher head staff colleague boss coach coaches tutor mentor cleaner caretaker cook",
        "driver governor volunteer trainee apprentice supply agency stranger journalist reporter police",
        "officer councillor celebrity celebrities player fan customer alumni alumnus leaver",

        // denials
        "not no never none nobody noone nothing neither nor without unless except cannot cant dont didnt",
        "doesnt isnt arent wasnt werent wont wouldnt couldnt shouldnt havent hasnt hadnt aint refuse refused",
        "refusal decline declined denied deny forbid forbidden forbade against object objected withdrawn",
        "withdraw withdrew stopped anymore hardly",

        // consents
        "consent consented permission permit permitted agree agreed agreement approve approved approval",
        "authorise authorised allow allowed sign signed form slip okayed happy fine said yes ok okay blessing",
        "goahead cleared sanctioned waiver letter opt opted");

    /// <summary>Whether somebody must first say that they were understood rightly.</summary>
    /// <param name="notUnderstood">What was not understood, which may be several words at once.</param>
    public static bool AreIn(IEnumerable<string> notUnderstood) =>
        notUnderstood.SelectMany(text => text.Split(' ', '-', '/').Append(text))
            .Select(word => string.Concat(word.Where(char.IsLetter)).ToLowerInvariant())
            .Any(word => All.Contains(word) || Stems(word).Any(All.Contains));

    // "Parents", "consents", "refusing", "signing".
    private static IEnumerable<string> Stems(string word)
    {
        foreach (var ending in new[] { "s", "es", "ing" })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem)
            {
                yield return word[..^ending.Length];
                yield return word[..^ending.Length] + "e";
            }
        }
    }

    private static FrozenSet<string> Of(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
