using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Text;

namespace Lanyard.Decisions.Understanding;

/// <summary>Proposes statements for the sentences of a document: what the vocabulary can make of them, for a person to confirm.</summary>
/// <remarks>A proposal is never a guess at what the vocabulary cannot say: it is proposed only if it compiles.</remarks>
public sealed partial class Proposer
{
    private readonly Lexicon _lexicon;
    private readonly CompiledPolicy _vocabulary;
    private readonly Ear _ear;

    /// <summary>Makes a proposer.</summary>
    public Proposer(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _vocabulary = Compile("Advise staff: Read this policy.") ?? throw new InvalidOperationException("The vocabulary cannot say the simplest statement. Mend vocabulary.txt.");
        _ear = new(_vocabulary);
    }

    /// <summary>The statements that a sentence may stand for; none if the vocabulary makes nothing of it.</summary>
    public ImmutableArray<string> Propose(string sentence)
    {
        var words = _ear.Words(sentence, 120);
        var matches = _ear.Matches(words);
        var candidate = Governance(sentence) ?? Duty(sentence, words, matches) ?? Conduct(sentence, words, matches);
        return candidate is not null && Compile(candidate) is not null ? [candidate] : [];
    }

    private static string? Governance(string sentence)
    {
        if (Review().IsMatch(sentence) && Yearly().IsMatch(sentence))
        {
            return "This policy is reviewed every 1 year.";
        }

        return null;
    }

    // "... must be reported immediately to the Designated Safeguarding Lead"
    private string? Duty(string sentence, ImmutableArray<HeardWord> words, List<HeardMatch> matches)
    {
        if (!Report().IsMatch(sentence) || !Obligation().IsMatch(sentence))
        {
            return null;
        }

        var at = words.ToList().FindLastIndex(word => word.Plain is "report" or "reported" or "notify" or "inform" or "attention" or "tell");
        var recipient = matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.From > at)
            .Select(match => match.Phrase.Concept.Name)
            .FirstOrDefault(name => name is "designated safeguarding lead" or "headteacher" or "line manager" or "senior leader");
        var deadline = Immediately().IsMatch(sentence) ? " immediately" : WithoutDelay().IsMatch(sentence) ? " without delay" : "";
        var action = recipient is null ? $"report it{deadline}" : $"report it to the {recipient}{deadline}";
        var content = Safeguarding().IsMatch(sentence) ? "content that raises a safeguarding concern" : "content that is a cause for concern";
        var received = sentence.Contains("received", StringComparison.OrdinalIgnoreCase);
        var account = sentence.Contains("personal", StringComparison.OrdinalIgnoreCase) ? " on a personal account" : "";
        return received
            ? $"When staff receive contact{account}, they must {action}."
            : $"When {Subject(matches, words.Length)} encounter {content}, they must {action}.";
    }

    private string? Conduct(string sentence, ImmutableArray<HeardWord> words, List<HeardMatch> matches)
    {
        var modality = Never().IsMatch(sentence) ? "must not"
            : AdvisedNot().IsMatch(sentence) ? "should not"
            : Obligation().IsMatch(sentence) ? "must"
            : null;
        var act = matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Act).OrderByDescending(match => match.Length).ThenBy(match => match.From).FirstOrDefault();
        if (modality is null)
        {
            return null;
        }

        if (TrainingWords().IsMatch(sentence))
        {
            return modality == "must" ? $"{Capital(Subject(matches, words.Length))} must complete training in safeguarding." : null;
        }

        if (act is null || modality == "must")
        {
            return null; // what must be done is rarely one of the acts; silence is better than a wrong rule
        }

        var unless = Unless(sentence);
        var parts = Parts(act, matches, givesConsent: unless.Length > 0);
        return parts is null ? null : $"{Capital(Subject(matches, act.From))} {modality} {parts}{unless}.";
    }

    // A rule against an act without anything more would forbid far more than any sentence does: no proposal, then.
    private string? Parts(HeardMatch act, List<HeardMatch> matches, bool givesConsent)
    {
        var concept = act.Phrase.Concept;
        var after = matches.Where(match => match.From >= act.End).ToList();
        var facts = after.Select(match => match.Phrase.Concept).Where(concept => concept.Facet.Section == "content").DistinctBy(concept => concept.Facet).ToList();
        var people = after.Where(match => match.Phrase.Concept.Facet == _lexicon.Actor).Select(match => match.Phrase.Concept).Distinct()
            .Where(person => !givesConsent || person.Name is not ("parent" or "headteacher" or "organisation")).ToList();
        var isAll = concept.Also is not null && facts.Count > 0;
        concept = isAll ? _lexicon.Concept(_lexicon.Act, "publish") : concept;
        var content = facts.Count > 0 ? $" content that {List([.. facts.Select(fact => fact.Clause!)])}" // every fact has a clause
            : concept.TakesContent ? after.Any(match => match.Phrase.Concept.Facet.Section == "information") ? " confidential information" : null
            : "";
        if (content is null)
        {
            return null;
        }

        people = concept.TakesContent ? people : [.. people.Where(person => person.Name is not ("organisation" or "person"))];
        var towards = people.Count == 0 ? "" : concept.TakesContent
            ? $" about {List([.. people.Select(person => WithArticle(person))])}"
            : $"{(concept.Towards.Length > 0 ? " " + concept.Towards : concept.Also is null ? "" : " with")} {List([.. people.Select(person => WithArticle(person))])}";
        var platform = concept.Also is null ? Part(after, "platform") : "";
        var where = Part(after, "account") + platform + Part(after, "device") + Part(after, "place");
        return content.Length + towards.Length + where.Length == 0 ? null : concept.Name + content + towards + where;
    }

    private string Part(List<HeardMatch> matches, string facet) =>
        matches.Find(match => match.Phrase.Concept.Facet.Id == facet) is { } match
            ? " " + _vocabulary.Phrasing.Part(match.Phrase.Concept.Facet, match.Phrase.Concept.Values)
            : "";

    private string WithArticle(Concept person) => _vocabulary.Phrasing.Nouns(_lexicon.Actor, person.Values);

    private string Subject(List<HeardMatch> matches, int before)
    {
        var who = matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.From < before && match.Phrase.Concept.Name is "staff" or "volunteer" or "contractor" or "governor" or "student" or "parent" or "workforce")
            .Select(match => match.Phrase.Concept.Name).Distinct().Take(1).ToList();
        return who is [var only] ? only == "workforce" ? "adults" : only == "staff" ? "staff" : only + "s" : "staff";
    }

    private static string Unless(string sentence)
    {
        var parent = ParentConsent().IsMatch(sentence);
        var head = HeadApproval().IsMatch(sentence);
        return (parent, head) switch
        {
            (true, true) => " unless a parent has consented in writing and the headteacher has approved it",
            (true, false) => " unless a parent has consented in writing",
            (false, true) => " unless the headteacher has approved it",
            _ => "",
        };
    }

    private CompiledPolicy? Compile(string statement) =>
        CompiledPolicy.Compile(new SourceText("proposal", $"---\npolicy: P\norganisation: O\nversion: 1\n---\n\n## 1 P\n\n```policy\n{statement}\n```\n"), _lexicon).Policy;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string List(IReadOnlyList<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} or {items[^1]}";

    [GeneratedRegex(@"\breview(?:ed|s)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Review();

    [GeneratedRegex(@"\b(?:annual(?:ly)?|every year|each year|yearly|once a year)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\b(?:report(?:ed)?|notify|inform|bring this to the attention|tell)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(?:must|should|shall|will|required|are to|need to|have to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Obligation();

    [GeneratedRegex(@"\b(?:immediately|at once|straight ?away)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Immediately();

    [GeneratedRegex(@"\bwithout delay\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutDelay();

    [GeneratedRegex(@"\bsafeguarding concerns?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Safeguarding();

    [GeneratedRegex(@"\b(?:must not|must never|shall not|may not|never|do not|not permitted|not allowed|prohibited|forbidden|under no circumstances|will not)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(?:should not|should avoid|advised not to|encouraged not to|discouraged|advised against)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AdvisedNot();

    [GeneratedRegex(@"\btraining\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TrainingWords();

    [GeneratedRegex(@"\bconsent\b.{0,60}\b(?:parent|carer|guardian)|\b(?:parental|parents?'?) consent\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParentConsent();

    [GeneratedRegex(@"\b(?:approv\w+|consent|permission|authoris\w+)\b.{0,80}\bhead ?teacher\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadApproval();
}
