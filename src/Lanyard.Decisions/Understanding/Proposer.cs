using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Text;

namespace Lanyard.Decisions.Understanding;

/// <summary>Proposes statements for the sentences of a document: what the vocabulary can make of them, for a person to confirm.</summary>
/// <remarks>
/// A sentence is put into the words of the language by paraphrases that each say the same on both sides, and is then compiled whole.
/// The compiler accepts no word that it does not know and no word that is left over, so a negation, an exception, a condition
/// or a deadline that no paraphrase carries over means that there is no proposal.
/// </remarks>
public sealed partial class Proposer
{
    private const int LongestSentence = 400;

    private static readonly ImmutableArray<Paraphrase> Paraphrases =
    [
        .. PeopleParaphrases.People, .. PeopleParaphrases.Strength, .. ConductParaphrases.Acts, .. ConductParaphrases.Content, .. ConductParaphrases.Places,
        .. DutyParaphrases.Deadlines, .. DutyParaphrases.Duties, .. DutyParaphrases.Governance,
    ];

    private readonly Lexicon _lexicon;
    private readonly string _organisation;

    /// <summary>Makes a proposer.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="organisation">Whose document it is: where the name stands in a sentence, it stands for the organisation.</param>
    public Proposer(Lexicon lexicon, string organisation = "")
    {
        _lexicon = lexicon;
        _organisation = PlainName().IsMatch(organisation) ? organisation : "O";
    }

    /// <summary>The statements that a sentence may stand for; none if the vocabulary cannot say all of it.</summary>
    /// <param name="sentence">One sentence. An item of a list comes with the words that lead into the list, up to their colon.</param>
    public ImmutableArray<string> Propose(string sentence)
    {
        if (sentence.Length > LongestSentence || sentence.Contains('?', StringComparison.Ordinal) || Definition().IsMatch(sentence) || !Binds().IsMatch(sentence))
        {
            return [];
        }

        try
        {
            var text = Rephrased(sentence);
            var parts = Parts(text).Select(Statement).ToImmutableArray();
            return Statement(text) is { } whole ? [whole] : parts.Contains(null) ? [] : [.. parts.OfType<string>()];
        }
        catch (RegexMatchTimeoutException)
        {
            return []; // a sentence made to be slow is none of a policy
        }
    }

    private static string Rephrased(string sentence)
    {
        var text = End().Replace(Space().Replace(sentence.Replace('’', '\''), " ").Trim(), "");
        text = AfterColon().Replace(text, letter => letter.Value.ToLowerInvariant());
        text = ConsentParaphrase.In(Space().Replace(Paraphrases.Aggregate(text, (said, paraphrase) => paraphrase.In(said)), " ").Trim());
        return Subject().Replace(text, subject => subject.Value.ToLowerInvariant());
    }

    // "Staff must do this and must not do that." What follows "unless" may belong to both, so then nothing is taken apart.
    private static string[] Parts(string text) =>
        TwoRules().Match(text) is { Success: true } two ? [$"{two.Groups["who"]} {two.Groups["first"]}", $"{two.Groups["who"]} {two.Groups["second"]}"] : [text];

    private string? Statement(string text)
    {
        string[] forms = Distributed(text) is var distributed && distributed != text ? [text, distributed] : [text];
        return forms.FirstOrDefault(SaysOneThing) is { } found ? $"{char.ToUpperInvariant(found[0])}{found[1..]}." : null;
    }

    // "Must not message pupils and parents" forbids either; the language says so with "or".
    private static string Distributed(string text)
    {
        if (Negative().Match(text) is not { Success: true } negative)
        {
            return text;
        }

        var start = negative.Index + negative.Length;
        var unless = text.IndexOf(" unless ", start, StringComparison.Ordinal);
        var end = unless < 0 ? text.Length : unless;
        return text[..start] + text[start..end].Replace(" and ", " or ", StringComparison.Ordinal) + text[end..];
    }

    private bool SaysOneThing(string statement) =>
        Plain().IsMatch(statement) && !Elsewhere().IsMatch(statement)
        && CompiledPolicy.Compile(new SourceText("proposal", $"---\npolicy: P\norganisation: \"{_organisation}\"\nversion: 1\n---\n\n## 1 P\n\n```policy\n{statement}.\n```\n"), _lexicon).Policy is { Statements.Length: 1 };

    [GeneratedRegex(@"\b(?:must|should|shall|will|may|are|is|reserves?|could|can|applies|reviewed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Binds();

    // Advice takes any words at all after its colon, and a definition would change what other sentences say.
    [GeneratedRegex(@"^\W*advise\b|\bmeans\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?:must|should) not ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Negative();

    // Words that documents use of what happens offline, though the vocabulary means something online by them.
    [GeneratedRegex(@"\b(?:must|should|may)(?: not)? (?:run|conduct|notice|see|discover|encounter|suspect|receive|act on)\b|\b(?:must|should) (?:follow|connect with) (?!this policy|the (?:code|behaviour|acceptable|related)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^[\\p{L}][\\p{L}\\p{N} ,'/-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("^[\\p{L}\\p{N}][\\p{L}\\p{N} '&-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"(?:[.;,!]|[;,] ?(?:and|or))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();

    // An item of a list begins with a capital that a sentence does not have there.
    [GeneratedRegex(@"(?<=: )\p{Lu}(?=\p{Ll})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterColon();

    [GeneratedRegex(@"^(?!when |.*\b(?:unless|without|except|only|if|they)\b)(?<who>[\w ,]+?) (?<first>(?:must|should)(?: not)? .+?),? and (?<second>(?:must|should)(?: not)? .+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwoRules();

    // A subject that opened its sentence and does so no longer.
    [GeneratedRegex("(?<=^(?:When|A breach by) )[A-Z](?=[a-z ])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}
