using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lanyard.Decisions.Worries;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Binding.Scenarios;
using Lanyard.Policy.Compilation;

namespace Lanyard.Decisions.Understanding;

/// <summary>Turns a question in free English into facts, by the words of the vocabulary alone.</summary>
/// <remarks>Deterministic, and without any network. What it does not understand it says; the interview asks for the rest.</remarks>
public sealed partial class Listener
{
    private const int MostSentences = 20;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "i", "we", "you", "me", "us", "my", "our", "your", "he", "she", "it", "they", "them", "his", "her", "him", "its", "their", "who", "which", "what", "when", "where",
        "may", "can", "could", "should", "shall", "must", "will", "would", "do", "does", "did", "done", "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had",
        "a", "an", "the", "any", "some", "this", "that", "these", "those", "to", "from", "on", "in", "at", "of", "for", "with", "by", "as", "into", "onto", "about", "through", "via", "over", "up", "out", "off",
        "and", "or", "but", "if", "then", "so", "yes", "ok", "okay", "allowed", "please", "just", "there", "here", "also", "to", "'s", "s", "want", "need", "would", "someone", "something", "one",
        "back", "after", "before", "again", "still", "ever", "allow", "happen", "permitted", "let", "get", "got", "using", "way", "because", "keep", "keeps", "say", "says", "said", "now", "how", "why", "mine", "myself", "own", "online", "alright", "another", "other", "think",
    };

    private readonly CompiledPolicy _policy;
    private readonly Lexicon _lexicon;
    private readonly Ear _ear;
    private readonly Allegations _allegations;
    private readonly WorryNet _net = new();
    private readonly TellingOfHarm _telling;

    /// <summary>Makes a listener for the questions that people put to one policy.</summary>
    public Listener(CompiledPolicy policy)
    {
        _policy = policy;
        _lexicon = policy.Lexicon;
        _ear = new(policy);
        _allegations = new(policy.Lexicon);
        _telling = new(policy);
    }

    /// <summary>Understands a question.</summary>
    /// <param name="question">The question, such as "may I follow back a girl who left year 11 in July?"</param>
    /// <param name="asker">The role of whoever asks, for "I" and "me"; <see langword="null"/> if it is not known.</param>
    public UnderstoodQuestion Understand(string question, Concept? asker)
    {
        var understood = Heard(question, asker);
        return _net.Hear(question, asker) is { } worry
            ? _telling.Told(understood with { Worry = worry }, worry, asker) : understood;
    }

    private UnderstoodQuestion Heard(string question, Concept? asker)
    {
        var age = Ages.Of(question);
        var said = Spelling.Plain(Age().Replace(Ages.Without(question), " "));
        var isYoung = asker is not null && IsWithin(asker.Values, _lexicon.Actor, "young person");
        var sentences = SentenceEnd().Split(said).Where(text => text.Any(char.IsLetter)).Take(MostSentences)
            .Select(text => new HeardSentence(text.Trim(), _ear, _lexicon, isYoung)).ToList();
        if (sentences.Count == 0)
        {
            return new(Situation.Silent(_lexicon), [], Understood: null);
        }

        var saysI = sentences.Exists(sentence => sentence.SaysI);
        var asksWhom = sentences.Exists(sentence => sentence.AsksWhomToTell);
        var alleged = asker is null ? null : sentences.Find(sentence => _allegations.Accused(sentence, asker, asksWhom) is not null);
        var asked = sentences.FindLast(sentence => sentence.IsAsked && IsDoing(sentence)) ?? alleged ?? sentences.Find(IsDoing) ?? sentences.Find(IsWorrying) ?? sentences.Find(sentence => sentence.Act is not null) ?? sentences[^1];
        var situation = sentences.Where(sentence => sentence != asked).Aggregate(asked == alleged ? Alleged(asked, asker!, asksWhom) : Facts(asked, asker, saysI), (known, other) => Filled(known, Facts(other, asker, saysI))); // nothing is alleged without an asker
        var aged = age is { } years && IsWithin(situation[_lexicon.Actor], _lexicon.Actor, "young person") ? PlatformAges.Apply(situation, years, DateOnly.MaxValue) : situation; // as the platforms ask today
        var isAgeUsed = aged.Knows(_lexicon.Facet("below-its-minimum-age")) && aged.Inferred().Contradictions.IsEmpty;
        situation = isAgeUsed ? aged : situation;
        ImmutableArray<string> unknown = [.. age is null || isAgeUsed ? [] : new[] { $"{age}" }, .. Age().Matches(Ages.Without(question)).Select(match => match.Value.Trim()), .. sentences.SelectMany(sentence => sentence.NotUnderstood(Small).Where(word => sentence != alleged || !Allegations.IsHeard(word)))];
        return new(situation, unknown, asked.Act is null && !situation.Knows(_lexicon.Act) ? null : _policy.Phrasing.Sentence(situation))
        {
            Elsewhere = [.. sentences.SelectMany(sentence => sentence.Elsewhere)],
            Doubts = Doubts.Of(sentences),
            IsByAnother = asked.IsByAnother,
        };
    }

    private Situation Facts(HeardSentence sentence, Concept? asker, bool saysI)
    {
        var situation = Situation.Silent(_lexicon);
        if (Knowing(sentence, asker) is { } known)
        {
            situation = known.With(_lexicon.Tense, sentence.IsDone ? 2UL : 1UL);
        }
        else if (sentence.Act is { } heard)
        {
            var act = ActOf(sentence, heard.Phrase.Concept, asker, saysI);
            situation = situation.With(act).With(_lexicon.Tense, sentence.IsDone ? 2UL : 1UL);
            situation = act.Also is { } also ? situation.With(also) : situation;
            situation = WithPeople(situation, sentence, asker, act);
        }

        return WithRest(situation, sentence.Matches.Where(match => !IsPerson(match) && match.Phrase.Concept.Facet != _lexicon.Act && !IsOfPerson(match, sentence) && !IsPermission(match)));
    }

    // Where and how it was done is part of what is alleged, and not of hearing it.
    private Situation Alleged(HeardSentence sentence, Concept asker, bool asksWhom)
    {
        var situation = Situation.Silent(_lexicon).With(_lexicon.Concept(_lexicon.Act, "receive an allegation")).With(_lexicon.Actor, asker.Values).With(_lexicon.Tense, 1UL)
            .With(_lexicon.About, _allegations.Accused(sentence, asker, asksWhom) ?? _lexicon.About.All);
        situation = sentence.Act is { Phrase.Concept.Name: "receive an allegation" } && Meet(sentence.NamedDoer) is { } accuser ? situation.With(_lexicon.Towards, accuser) : situation;
        return WithRest(situation, sentence.Matches.Where(match => match.Phrase.Concept.Facet.Section == "content"));
    }

    private Situation WithRest(Situation situation, IEnumerable<HeardMatch> rest)
    {
        situation = rest.GroupBy(match => match.Phrase.Concept.Facet)
            .Aggregate(situation, (known, group) => known.With(group.Key, group.Aggregate(0UL, (set, match) => set | Values(match))));
        return WithoutSystem(situation.Inferred().Contradictions.IsEmpty ? situation : Reconciled(situation));
    }

    // Whoever emails by school email does it on an email system; it need not be said again.
    private Situation WithoutSystem(Situation situation) =>
        (situation[_lexicon.Platform] & ~_lexicon.Concept(_lexicon.Platform, "direct channel").Values) == 0
        && situation.With(_lexicon.Platform, _lexicon.Platform.All) is var rest && rest.Inferred()[_lexicon.Platform] == situation[_lexicon.Platform] ? rest : situation;

    private static bool IsDoing(HeardSentence sentence) => sentence.Act is { Phrase.Concept.Name: not "encounter" };

    // Whoever tells what others did, or what happened to them, has not done it: what counts is what they must do now that they know.
    private Situation? Knowing(HeardSentence sentence, Concept? asker)
    {
        if (asker is null || !(IsWorrying(sentence) || IsHurtBy(sentence, asker)) || ((sentence.IsByMe || sentence.IsAsked) && !(sentence.IsSuffered || sentence.Matches.Exists(IsToldMe) || IsDisclosed(sentence, asker))))
        {
            return null;
        }

        var isTold = sentence.Act is { Phrase.Concept.Name: "encounter" };
        var adults = sentence.Matches.Where(role => IsWithin(role, _lexicon.Actor, "workforce") && !(isTold && role == sentence.NamedSubject) && !IsWhomToTell(role, sentence)).ToList();
        if (IsWithin(asker.Values, _lexicon.Actor, "workforce") && adults.Count > 0)
        {
            return Situation.Silent(_lexicon).With(_lexicon.Concept(_lexicon.Act, "receive an allegation")).With(_lexicon.Actor, asker.Values).With(_lexicon.About, Meet(adults) ?? _lexicon.About.All);
        }

        return Situation.Silent(_lexicon).With(_lexicon.Concept(_lexicon.Act, "encounter")).With(_lexicon.Actor, asker.Values);
    }

    // "My dad hits me when I post, can I still post?": help comes first. So it does where a child asks for no leave at all,
    // and where nobody asks to do anything: "what do I do if a parent threatens me?"
    private bool IsDisclosed(HeardSentence sentence, Concept asker)
    {
        var isYoung = IsWithin(asker.Values, _lexicon.Actor, "young person");
        return sentence.Matches.Exists(match =>
            (HarmWords.IsOne(match) && (isYoung || sentence.Act is null)
                && match.At.Append(match.End)
                .Any(at => at < sentence.Words.Length && sentence.Words[at].Plain is "me" or "myself"))
            || (isYoung && !sentence.IsAsked && HarmWords.IsDisclosure(match)));
    }

    // "A girl sends me nasty messages", says a child.
    private bool IsHurtBy(HeardSentence sentence, Concept asker) =>
        IsWithin(asker.Values, _lexicon.Actor, "young person") && !sentence.IsAsked
            && (sentence.IsToMe || sentence.Act is { } act && IsWithin(act.Phrase.Concept, "receive"))
            && sentence.Matches.Exists(HarmWords.IsHurt);

    // "Should I tell the designated safeguarding lead?": they are who hears of it, not who has done it.
    private static bool IsWhomToTell(HeardMatch role, HeardSentence sentence) =>
        sentence.Words.Take(role.From).TakeLast(3).Any(word => word.Plain is "tell" or "report" or "inform" or "speak") || sentence.Words.Take(role.From).LastOrDefault()?.Plain is "told" or "informed";

    // "She messaged me that ..., do I reply?": what she said comes first, whatever is asked after it.
    private bool IsToldMe(HeardMatch match) => match.Phrase.Concept.Facet == _lexicon.Act && (IsWithin(match.Phrase.Concept, "receive") || match.Phrase.Concept.Name == "encounter");

    private bool IsWithin(HeardMatch role, Facet facet, string group) => role.Phrase.Concept.Facet == facet && IsWithin(role.Phrase.Concept.Values, facet, group);

    private bool IsWithin(ulong values, Facet facet, string group) => (values & ~_lexicon.Concept(facet, group).Values) == 0;

    private Concept ActOf(HeardSentence sentence, Concept heard, Concept? asker, bool saysI)
    {
        var act = sentence.IsToMe ? Received(heard) : heard;
        return IsSeen(sentence, asker, saysI) || (IsWithin(act, "receive contact") && IsWorrying(sentence)) ? _lexicon.Concept(_lexicon.Act, "encounter")
            : IsWithin(act, "browse") && sentence.Matches.Exists(match => match.Phrase.Concept.Name == "intimate image") ? _lexicon.Concept(_lexicon.Act, "view an intimate image")
            : IsWithin(act, "receive") && IsAdultToChild(sentence, asker) ? Sent(heard)
            : act;
    }

    // "Somebody sent me a nude": whoever gets such a thing has come upon it, and what must then be done counts.
    private static bool IsWorrying(HeardSentence sentence) => sentence.Matches.Exists(HarmWords.IsOne);

    // "My teacher keeps messaging me", says a pupil: what counts is what the teacher does, not that the pupil receives it.
    private bool IsAdultToChild(HeardSentence sentence, Concept? asker) =>
        asker is not null && !sentence.IsAsked
        && (asker.Values & ~_lexicon.Concept(_lexicon.Actor, "young person").Values) == 0
        && sentence.Matches.Exists(role => role.Phrase.Concept.Facet == _lexicon.Actor && (role.Phrase.Concept.Values & ~_lexicon.Concept(_lexicon.Actor, "workforce").Values) == 0);

    private Concept Sent(Concept heard) => !IsWithin(heard, "receive") ? heard
        : _lexicon.Concept(_lexicon.Act, heard.Name switch { "receive a message" => "message", "receive a connection request" => "request a connection", _ => "contact" });

    // What another does to me, I receive.
    private Concept Received(Concept act) =>
        IsWithin(act, "contact") ? _lexicon.Concept(_lexicon.Act, "receive contact")
        : IsWithin(act, "connect") ? _lexicon.Concept(_lexicon.Act, "receive a connection request")
        : act;

    private bool IsWithin(Concept act, string group) => (act.Values & ~_lexicon.Concept(_lexicon.Act, group).Values) == 0;

    private static ulong Values(HeardMatch match) => match.Phrase.IsOpen ? match.Phrase.Concept.Facet.All : match.Phrase.Concept.Values;

    // "A pupil has shared a nude. What must I do?": somebody else published it, and whoever asks came upon it.
    private bool IsSeen(HeardSentence sentence, Concept? asker, bool saysI) =>
        saysI && asker is not null && sentence is { IsByAnother: true, Act: { } act }
        && (sentence.IsDone || (!sentence.IsAsked && sentence.Words.Skip(act.End).Any(word => word.Plain is "me" or "us")))
        && IsWithin(act.Phrase.Concept, "publish");

    // What another sentence tells counts where the question itself is silent, and nothing contradicts it.
    private Situation Filled(Situation known, Situation other) =>
        _lexicon.Facets.Where(facet => facet != _lexicon.Act && facet != _lexicon.Tense && known[facet] == facet.Silence && other[facet] != facet.Silence)
            .Select(facet => (Facet: facet, Values: other[facet]))
            .Aggregate(known, (told, fact) => told.With(fact.Facet, fact.Values) is var fuller && fuller.Inferred().Contradictions.IsEmpty ? fuller : told);

    // "A teacher": before the act. "To a parent": after it. "About a pupil": after "about" or "of".
    private Situation WithPeople(Situation situation, HeardSentence sentence, Concept? asker, Concept act)
    {
        var words = sentence.Words;
        var roles = sentence.Matches.Where(match => match.Phrase.Concept.Facet == _lexicon.Actor).OrderBy(match => match.From).ToList();
        if (act.Name == "encounter")
        {
            return asker is null ? situation : situation.With(_lexicon.Actor, asker.Values);
        }

        if (asker is not null && IsWithin(act, "notice"))
        {
            var young = roles.FindAll(role => IsWithin(role, _lexicon.Actor, "young person"));
            if (act.Name.StartsWith("suspect ", StringComparison.Ordinal) && young.Count > 0 && young.Count < roles.Count)
            {
                situation = situation.With(_lexicon.Towards, Meet(young) ?? _lexicon.Towards.All);
                roles = [.. roles.Except(young)];
            }

            return Meet(roles) is { } noticed ? situation.With(_lexicon.Actor, asker.Values).With(_lexicon.About, noticed) : situation.With(_lexicon.Actor, asker.Values);
        }

        // "The school Instagram", "for the school": the organisation is hardly ever whom something is sent to.
        roles.RemoveAll(role => role.Phrase.Concept.Name == "organisation" && !IsAbout(words, role, roles) && role != sentence.NamedSubject);
        var isReceived = IsWithin(act, "receive");
        var before = sentence.NamedDoer is { Count: > 0 } doer ? doer
            // only a sentence with an act has people
            : sentence.SaysI || sentence.IsByAnother
            ? [] : roles.Where(role => role.End <= sentence.Act!.From).ToList();
        var isTold = IsWithin(act, "disclose") && act.Name != "comment";
        var about = roles.Where(role => !before.Contains(role) && (IsAbout(words, role, roles) || IsWrittenAbout(sentence, role) || (isTold && sentence.IsOwnerOfThing(role)))).ToList();
        var towards = roles.Except(before).Except(about).ToList();
        if (isReceived && before.Count > 0)
        {
            (before, towards) = ([], before);
        }

        var actor = Meet(before) ?? (sentence.IsByMe || isReceived ? asker?.Values : null);
        situation = actor is { } who ? situation.With(_lexicon.Actor, who) : situation;
        var whom = Meet(towards) ?? (sentence.IsByAnother && !isReceived && words.Any(word => word.Plain is "me" or "us") ? asker?.Values : null);
        situation = whom is { } other ? situation.With(_lexicon.Towards, other) : situation;
        return Meet(about) is { } spokenOf ? situation.With(_lexicon.About, spokenOf) : situation;
    }

    // "Write about a funny thing a pupil said": what the words are about, unless somebody is named to whom they go.
    private static bool IsWrittenAbout(HeardSentence sentence, HeardMatch role) =>
        sentence.Act!.Phrase.Words[^1] == "about" && !sentence.Words.Take(role.From).TakeLast(2).Any(word => word.Plain is "to" or "with");

    private static bool IsAbout(IReadOnlyList<HeardWord> words, HeardMatch role, List<HeardMatch> roles)
    {
        // The word before it, over any words that describe the same person.
        var at = role.From - 1;
        while (at >= 0 && (words[at].Plain is "a" or "an" or "the" or "my" or "our" or "one" || roles.Exists(other => other.From <= at && at < other.End && other != role)))
        {
            at--;
        }

        return at >= 0 && words[at].Plain is "about" or "of" && at >= 0;
    }

    // Several words for one person narrow each other ("a girl who left"); words that exclude each other are several people.
    private static ulong? Meet(List<HeardMatch> roles)
    {
        if (roles.Count == 0)
        {
            return null;
        }

        var met = roles.Aggregate(ulong.MaxValue, (set, role) => set & role.Phrase.Concept.Values);
        return met != 0 ? met : roles.Aggregate(0UL, (set, role) => set | role.Phrase.Concept.Values);
    }

    // A consent that somebody types of may be lost, refused, old or for another child. It is asked for, and never taken.
    private static bool IsPermission(HeardMatch match) => match.Phrase.Concept.Facet.Kind == FacetKind.Permission;

    private bool IsPerson(HeardMatch match) => match.Phrase.Concept.Facet == _lexicon.Actor || match.Phrase.Concept.Facet == _lexicon.Towards || match.Phrase.Concept.Facet == _lexicon.About;

    // "A pupil at our school", "a parent at home": where somebody belongs, or what is told, not where it happens.
    private bool IsOfPerson(HeardMatch match, HeardSentence sentence) =>
        match.Phrase.Concept.Facet.Section is "place" or "time" && (sentence.IsTold(match) || sentence.Matches.Exists(role => IsPerson(role) && role.End <= match.From && sentence.Words.Skip(role.End).Take(match.From - role.End).All(word => word.Plain is "at" or "in" or "from")));

    // What was heard contradicts what the act implies: the act counts, and the rest is asked for.
    private Situation Reconciled(Situation situation) =>
        _lexicon.Facets.Where(facet => facet != _lexicon.Act && facet != _lexicon.Actor && facet.Kind == FacetKind.Choice && situation[facet] != facet.Silence)
            .Reverse()
            .Aggregate(situation, (known, facet) => known.Inferred().Contradictions.IsEmpty ? known : known.With(facet, facet.Silence));

    // An age is not a word of the vocabulary, and "12 year old pupil" is no old pupil.
    [GeneratedRegex(@"\b\d{1,2}[- ]?(?:years?|yrs?)[- ]?old\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Age();

    [GeneratedRegex(@"(?<=[.!?;])\s+|\r?\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
