using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Understanding;

/// <summary>One sentence of a question: what its words match, and which of them says what is to be done.</summary>
internal sealed class HeardSentence
{
    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "may", "can", "could", "should", "must", "shall", "might", "do", "does", "am", "is", "are" };
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal) { "i", "we", "you", "they", "he", "she", "one", "somebody", "someone", "anyone", "people" };
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "they", "he", "she", "somebody", "someone", "anyone", "people", "who" };
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "allowed", "permitted", "able", "to", "still", "ever", "just", "also", "please", "have", "has", "had", "need", "then", "now", "even", "been", "is", "are", "keep", "always", "go", "on", "and", "be", "intend", "intends", "want", "wants", "keeps", "trying", "tries" };
    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal) { "a", "an", "the", "my", "his", "her", "their", "our", "your", "this", "that", "these", "those", "any", "some" };
    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "not", "never", "no", "without", "stop", "avoid", "neither", "nor", "cannot" };
    private static readonly HashSet<string> Broken = new(StringComparer.Ordinal) { "down", "broken", "offline", "blocked", "banned", "dead", "lost", "crashed", "unavailable", "broke" };
    private static readonly HashSet<string> Still = new(StringComparer.Ordinal) { "still", "now", "stayed", "back" };
    private static readonly HashSet<string> Ways = new(StringComparer.Ordinal) { "on", "via", "through", "over", "by", "using", "use", "have", "get" };
    private static readonly HashSet<string> AfterLeft = new(StringComparer.Ordinal) { "school", "us", "in", "last", "this", "year", "two", "three", "after", "before", "and", "on", "for", "to", "a" };

    private static readonly HashSet<string> Fine = new(StringComparer.Ordinal) { "ok", "okay", "fine", "alright", "right", "allowed", "permitted", "acceptable", "safe", "appropriate", "wrong", "possible" };

    private const int MostWords = 400;
    private const int FarthestDenial = 3; // words

    private readonly Lexicon _lexicon;
    private readonly int _verb;
    private readonly int _modal;
    private readonly List<HeardMatch> _all;
    private readonly List<HeardMatch> _places = [];
    private readonly List<HeardMatch> _possessed = [];

    public HeardSentence(string text, Ear ear, Lexicon lexicon, bool isYoung)
    {
        _lexicon = lexicon;
        Words = ear.Words(text, MostWords);
        Matches = [];
        _all = [];
        _verb = AskedVerb(out _modal);
        var idioms = ear.Idioms(Words);
        Elsewhere = idioms.Select(idiom => idiom.Name);
        var heard = ear.Matches(Words, [.. idioms.Select(idiom => idiom.At)], isYoung);
        _all = [.. heard.Where(match => !IsNoun(match) && !IsPlatform(match, heard) && !IsThingLeft(match) && !IsOutOfUse(match))];
        _all.RemoveAll(IsPossessor);
        _places = _all.FindAll(IsWherePersonBelongs);
        _all.RemoveAll(_places.Contains);
        _all.RemoveAll(IsPartOfBody);
        _all = PresentOrFormer(_all);
        Act = ActOf();
        Matches = [.. _all.Where(match => !IsDenied(match))];
        var isElsewhere = idioms.Exists(idiom => idiom.At.Contains(_verb)); // "may I film it and post it" asks about both
        Act = Act is not null && Matches.Contains(Act) && (isElsewhere || !IsUnsure(Act)) && !IsUsedFor(Act, idioms) ? Act : null;
        _possessed = [.. Matches.Where(match => IsChildOfAsker(match) && IsBySpeaker && IsOwnerOfThing(match))]; // "my child's teacher" is the teacher
        Matches.RemoveAll(_possessed.Contains);
        Matches = [.. Matches.Select(match => IsChildOfAsker(match) && !IsBySpeaker ? match with { Phrase = match.Phrase with { Concept = _lexicon.Concept(_lexicon.Actor, "student") } } : match)];
        _all = [.. _all.Where(match => !IsChildOfAsker(match)), .. Matches.Where(match => !_all.Contains(match))];
    }

    /// <summary>The turns of phrase that mean something else than their words.</summary>
    public IEnumerable<string> Elsewhere { get; }

    public ImmutableArray<HeardWord> Words { get; }

    /// <summary>What was matched and is said to be so.</summary>
    public List<HeardMatch> Matches { get; }

    /// <summary>What is to be done, or was done; <see langword="null"/> if it is not clear.</summary>
    public HeardMatch? Act { get; }

    /// <summary>Whether it asks for leave: "may I", "can a teacher", "am I allowed to".</summary>
    public bool IsAsked => _verb >= 0;

    /// <summary>Whether leave is asked for something, and not only what to do or whom to tell.</summary>
    public bool AsksLeave => IsAsked && !(Act is not null && IsNotice(Act)) && !AsksWhomToTell;

    /// <summary>Whether it asks who must hear of it: "who do I tell?", "should I report it?"</summary>
    public bool AsksWhomToTell => IsAsked && Words[_verb].Plain is "tell" or "report" or "inform" or "contact" or "say" && (Words.Take(_verb).Any(word => word.Plain is "who" or "whom") || Words[_verb].Plain is not "contact") && _all.Exists(match => match.Covers(_verb) && IsNotice(match));

    /// <summary>Somebody who works here and is said to do something; <see langword="null"/> if nobody is.</summary>
    public HeardMatch? DoerAtWork => _all.Where(match => match.Phrase.Concept.Facet == _lexicon.Act && !IsNotice(match)).Select(SubjectOf).FirstOrDefault(doer => doer is not null && IsAtWork(doer));

    /// <summary>Whether it says "I" or "my", so that whoever asks is meant.</summary>
    public bool SaysI => Words.Any(word => word.Plain is "i" or "me" or "my" or "we" or "us" or "our");

    /// <summary>Whether whoever asks does it, or means to: "may I", "I have posted".</summary>
    public bool IsByMe => !IsByAnother && (IsAskedOfMe || (IsBySpeaker && !IsSuffered)
        || (!IsPersonNamedFirst && Words.Any(word =>
        word.Plain is "ok" or "okay" or "fine" or "alright" or "allowed")));

    /// <summary>Whether the act has been done already, by the form of its verb.</summary>
    public bool IsDone => Act is { Phrase.IsPast: true } act && (_verb < 0 || act.From < _verb) && !HasModal(act);

    /// <summary>The person named as the one who does it, right before the act; <see langword="null"/> if none is named there.</summary>
    public HeardMatch? NamedSubject => Act is null ? null : SubjectOf(Act);

    /// <summary>Every word for that person: "a year 10 pupil".</summary>
    public List<HeardMatch> NamedDoer
    {
        get
        {
            List<HeardMatch> words = NamedSubject is { } subject ? [subject] : [];
            while (words.Count > 0 && _all.Find(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.End == words[0].From) is { } more)
            {
                words.Insert(0, more);
            }

            return words;
        }
    }

    /// <summary>Whether it is part of what is told, and says nothing of the telling: "post that I had a bad day at work".</summary>
    public bool IsTold(HeardMatch match) => Act is { } act && match.From > act.End && Words.Take(match.From).Skip(act.End).Any(word => word.Plain == "that");

    /// <summary>Whether it is done, or meant to be done, to whoever asks: "she wants to add me".</summary>
    public bool IsToMe => IsByAnother && Act is { } act && !HasModal(act) && act.End < Words.Length && Words[act.End].Plain is "me" or "us";

    /// <summary>Whether somebody else does it: "someone", "they", or a person whom the question names.</summary>
    public bool IsByAnother => NamedSubject is not null || IsByStranger
        || (Act is { } act && SubjectEnd(act) is > 0 and var end && Others.Contains(Words[end - 1].Plain));

    /// <summary>The words that meant nothing, or that were denied and so left out.</summary>
    public IEnumerable<string> NotUnderstood(HashSet<string> small) =>
        Words.Where((word, at) => !Matches.Exists(match => match.Covers(at)) && !_possessed.Exists(match => match.Covers(at)) && !small.Contains(word.Plain) && !(word.Plain == "like" && at > 0 && Words[at - 1].Plain is "would" or "'d")).Select(word => word.Said).Distinct(StringComparer.Ordinal);

    /// <summary>Whether it is done to whoever is spoken of: "I was sent", "I am being bullied".</summary>
    public bool IsSuffered => Act is { From: > 0 } act && Words[act.From - 1].Plain is "was" or "were" or "been" or "being" or "got" or "get";

    private HeardMatch? SubjectOf(HeardMatch act) => _all.Find(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.End == SubjectEnd(act));

    private bool IsNotice(HeardMatch act) => (act.Phrase.Concept.Values & ~_lexicon.Concept(_lexicon.Act, "notice").Values) == 0;

    private bool IsAtWork(HeardMatch role) => (role.Phrase.Concept.Values & ~_lexicon.Concept(_lexicon.Actor, "workforce").Values) == 0;

    // "May I message", and not "may I let the coach message".
    private bool IsAskedOfMe => IsAsked && Words.Take(_verb).Any(word => word.Plain is "i" or "we")
        && (Act is not { } act || act.From <= _verb + 1
        || !Enumerable.Range(_verb + 1, act.From - _verb - 1).Any(IsPerson));

    // "May I", "I have posted": the one who speaks stands before what is done.
    private bool IsBySpeaker => IsAskedOfMe
        || (Act is not null && NamedSubject is null && !IsByStranger && LastPerson is >= 0 and var last
        && Words[last].Plain is "i" or "we");

    // "Is it ok to message" has nobody before what is done, and so means the asker.
    private bool IsPersonNamedFirst => Act is { } act
        && Enumerable.Range(Math.Max(_verb, 0), Math.Max(act.From - Math.Max(_verb, 0), 0)).Any(IsPerson);

    // The last person before the act: the doer. "A parent I taught posted it" is the parent, and not "I".
    private int LastPerson
    {
        get
        {
            var last = Enumerable.Range(0, Act?.From ?? 0).LastOrDefault(IsPerson, -1);
            // there is an act if there is a person before it
            return last > 0 && Words[last].Plain is "i" or "we" && last + 1 < Act!.From && IsPerson(last - 1)
                && !Owners.Contains(Words[last - 1].Plain) ? last - 1 : last;
        }
    }

    private bool IsPerson(int at) => Words[at].Plain is "i" or "we" || Others.Contains(Words[at].Plain)
        || IsStranger(at) || _all.Exists(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.Covers(at));

    /// <summary>Whether a word stands for a person who is no role of the vocabulary, such as a coach.</summary>
    public bool IsStranger(int at) => !IsHeard(at)
        && (PeopleWords.IsPerson(Words[at].Said.ToLowerInvariant()) || PeopleWords.IsPerson(Words[at].Plain));

    /// <summary>Whether something was made of a word.</summary>
    public bool IsHeard(int at) => _all.Exists(match => match.Covers(at))
        || Matches.Exists(match => match.Covers(at)) || _possessed.Exists(match => match.Covers(at));

    /// <summary>Whether a word denies, and what it denies was left out.</summary>
    public bool IsDenial(int at) => IsNegation(Words[at].Plain) && !IsHeard(at) && at != _modal
        && !IsOfPermission(at) && Word(at + 1) is not ("know" or "sure" or "idea" or "only")
        && Word(at - 1) is not ("if" or "or" or "why");

    /// <summary>Whether a word stands in the place of the doer, and is in no list of the vocabulary.</summary>
    public bool IsUnknownDoer(int at) => Act is { } act && IsByStranger && at == SubjectEnd(act) - 1;

    // "The lollipop man messaged", "our gardener follows": somebody, and nobody of the vocabulary.
    private bool IsByStranger
    {
        get
        {
            if (Act is not { } act || NamedSubject is not null || IsAskedOfMe
                || SubjectEnd(act) is not (> 0 and var end))
            {
                return false;
            }

            var who = end - 1;
            return IsStranger(who) || (!IsHeard(who) && IsName(who))
                || (!IsHeard(who) && who > 0 && Words[who].Plain is not ("i" or "we" or "you" or "it")
                && (Owners.Contains(Word(who - 1))
                || (who > 1 && Owners.Contains(Word(who - 2)) && !IsHeard(who - 1))));
        }
    }

    // "I saw Kev message her."
    private bool IsName(int at) => at > 0 && char.IsUpper(Words[at].Said[0])
        && Words[at].Plain is not ("i" or "we") && !Modals.Contains(Words[at].Plain);

    // "Teams is down", "instead of school email": the other channel is meant.
    private bool IsOutOfUse(HeardMatch match) =>
        match.Phrase.Concept.Facet.Section is "account" or "platform" or "device"
        && (Words.Skip(match.End).TakeWhile(word => word.Plain is "is" or "are" or "has" or "been" or "'s" or "isn't" or "not" or "was" or "gone" or "keep" or "keeps" or "all" or "just" || Broken.Contains(word.Plain)).Any(word => Broken.Contains(word.Plain))
            || (match.End + 1 < Words.Length && Words[match.End].Plain is "isn't" or "not" or "doesn't" or "won't" && Words[match.End + 1].Plain is "working" or "work" or "available")
            || Words.Take(match.From).TakeLast(4).Any(word => word.Plain is "instead" or "rather"));

    // "A pupil who left" is a former pupil, and one who is still here is none, whoever taught them once.
    private List<HeardMatch> PresentOrFormer(List<HeardMatch> heard)
    {
        var present = _lexicon.Concept(_lexicon.Actor, "student");
        var former = heard.FindLast(match => match.Phrase.Concept.Facet == _lexicon.Actor && match.Phrase.Concept.Name == "former student");
        if (former is null)
        {
            return heard;
        }

        var isStill = heard.Exists(match => match.Phrase.Concept == present && match.From > former.From && match.Phrase.Words.Any(Still.Contains));
        return [.. heard.Where(match => isStill ? match.Phrase.Concept != former.Phrase.Concept : match.Phrase.Concept != present || !IsSaidOf(former, match))];
    }

    // "A pupil who has left", "pupils I used to teach": nothing stands between but what joins them.
    private bool IsSaidOf(HeardMatch more, HeardMatch person) =>
        person.End <= more.From && Words.Take(more.From).Skip(person.End).All(word => word.Plain is "who" or "that" or "i" or "we" or "has" or "have" or "already" or "you");

    // "A teacher followed my daughter": the child is theirs, and what counts is that a pupil is followed.
    private static bool IsChildOfAsker(HeardMatch match) => match.Phrase.Concept.Name == "child's own parent";

    private bool HasModal(HeardMatch act) => Words.Take(act.From).Any(word => word.Plain is "may" or "can" or "could" or "should" or "must");

    private static bool IsNegation(string word) => Negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    private static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.Ordinal) && word is not ("reply" or "apply" or "supply" or "rely" or "comply" or "family");

    // After "can I", or after "can a teacher" and whoever else is named there.
    private int AskedVerb(out int modal)
    {
        modal = -1;
        for (var at = Words.Length - 2; at >= 0; at--)
        {
            if (AskedOfIt(at) is var fine && fine >= 0)
            {
                (modal, var asked) = (at, fine);
                return asked;
            }

            if (Modals.Contains(Positive(Words[at].Plain)) && !IsWhatToDo(at) && Subjects.Contains(Words[at + 1].Plain) && !(at > 0 && Words[at - 1].Plain is "i" or "he" or "she")) // "I am one of them" asks nothing
            {
                (modal, var verb) = (at, at + 2);
                while (verb < Words.Length && (Fillers.Contains(Words[verb].Plain) || IsNegation(Words[verb].Plain) || IsAdverb(Words[verb].Plain)))
                {
                    verb++;
                }

                return verb < Words.Length ? verb : -1;
            }
        }

        return -1;
    }

    // "Is it ok to", "would it be alright for me to".
    private int AskedOfIt(int at)
    {
        var to = at + 2;
        if (Words[at].Plain is not ("is" or "would") || Words[at + 1].Plain != "it")
        {
            return -1;
        }

        to += Word(to) == "be" ? 1 : 0;
        to += Fine.Contains(Word(to)) ? 1 : Words.Length;
        to += Word(to) == "for" && Word(to + 1) is "me" or "us" ? 2 : Word(to) == "if" && Word(to + 1) is "i" or "we" ? 1 : 0;
        return Word(to) is "to" or "i" or "we" && to + 1 < Words.Length ? to + 1 : -1;
    }

    // "What do I do?" asks for no leave.
    private bool IsWhatToDo(int at) => Word(at - 1) == "what" && Word(at + 2) == "do";

    private string Word(int at) => at >= 0 && at < Words.Length ? Words[at].Plain : "";

    private static string Positive(string word) => word is "can't" or "can’t" or "cannot" ? "can" : IsNegation(word) && word.Length > 3 ? word[..^3] : word;

    // "A message", "my post", "a pupil's post": a thing, not something that is done.
    private bool IsNoun(HeardMatch match)
    {
        if (match.Phrase.Concept.Facet != _lexicon.Act || match.Length > 1 || match.From == 0)
        {
            return false;
        }

        var before = Words[match.From - 1];
        var isLaterNoun = _verb >= 0 && match.From > _verb + 1 && match.From >= 2 && Owners.Contains(Words[match.From - 2].Plain);
        return Owners.Contains(before.Plain) || IsOwner(before) || isLaterNoun;
    }

    // "On WhatsApp", "use WhatsApp": that is where, not what; but "use WhatsApp with parents" is to message them.
    private bool IsPlatform(HeardMatch match, List<HeardMatch> heard) =>
        match.Phrase.Concept.Facet == _lexicon.Act && match.Length == 1 && match.From > 0 && Ways.Contains(Words[match.From - 1].Plain)
        && !(Words[match.From - 1].Plain == "use" && match.End < Words.Length && Words[match.End].Plain is "with" or "to")
        && heard.Exists(other => other.From == match.From && other.Phrase.Concept.Facet.Section == "platform");

    // "A pupil at our school": the school is where the person belongs, and does nothing here.
    private bool IsWherePersonBelongs(HeardMatch match)
    {
        if (match.Phrase.Concept.Facet != _lexicon.Actor || match.Phrase.Concept.Name != "organisation")
        {
            return false;
        }

        var at = PlaceFrom(match);
        return at > 0 && Words[at].Plain is "at" or "of" or "from" or "in" && IsPerson(at - 1)
            && Words[at - 1].Plain is not ("i" or "we" or "people");
    }

    // The "at" of "at our old school".
    private int PlaceFrom(HeardMatch match)
    {
        var at = match.From - 1;
        while (at > 0 && (Owners.Contains(Words[at].Plain)
            || Words[at].Plain is "another" or "same" or "other" or "old" or "last"))
        {
            at--;
        }

        return at;
    }

    // "The back of a child's head", "his head".
    private bool IsPartOfBody(HeardMatch match) =>
        match is { Length: 1, Phrase.Concept.Name: "headteacher" } && Words[match.From].Plain == "head"
            && match.From > 0
        && (Word(match.From - 1) is "his" or "her" or "their" or "child" or "back"
        || (IsOwner(Words[match.From - 1])
        && Words.Take(match.From).TakeLast(3).All(word => word.Plain is not ("school" or "trust" or "nursery"))));

    // "A girl who left her bag" has not left the school.
    private bool IsThingLeft(HeardMatch match) =>
        match.Phrase.Concept.Facet == _lexicon.Actor && match.Phrase.Words[^1] == "left" && match.End < Words.Length && !AfterLeft.Contains(Words[match.End].Plain);

    private static bool IsOwner(HeardWord word) => word.Plain is "'s" or "’s" or "s" or "'" || word.Plain.EndsWith("'s", StringComparison.Ordinal) || word.Plain.EndsWith("’s", StringComparison.Ordinal);

    /// <summary>Whether something of somebody's is spoken of: "a pupil's home address".</summary>
    public bool IsOwnerOfThing(HeardMatch role) => IsOwner(Words[role.End - 1]) || (role.End < Words.Length && IsOwner(Words[role.End]));

    // "A pupil's mum" is the mum.
    private bool IsPossessor(HeardMatch match) =>
        _all.Exists(other => other.Phrase.Concept.Facet == match.Phrase.Concept.Facet
            && ((other.From == match.End && IsOwner(Words[match.End - 1])) || (other.From == match.End + 1 && IsOwner(Words[match.End]))));

    private HeardMatch? ActOf()
    {
        var acts = _all.Where(match => match.Phrase.Concept.Facet == _lexicon.Act).ToList();
        var asked = acts.Where(match => _verb >= 0 && match.End > _verb).ToList();
        var chosen = (asked.Count > 0 ? asked : acts)
            .OrderBy(match => match.Covers(_verb) ? 0 : 1).ThenByDescending(match => match.Length).ThenBy(match => match.From).FirstOrDefault();

        // "I saw a colleague messaging a pupil": what somebody who works here did says more than that it was seen.
        if (chosen is not null && IsNotice(chosen) && acts.Find(match => match.From >= chosen.End && !IsNotice(match) && SubjectOf(match) is { } doer && IsAtWork(doer)) is { } seen)
        {
            return seen;
        }

        // "Use WhatsApp to message": what it is used for says more.
        return chosen?.Phrase.Concept.Also is null ? chosen : acts.Find(match => match.From >= chosen.End && match.Phrase.Concept.Also is null) ?? chosen;
    }

    // "May I use my phone to take photos": what it is used for is something else.
    private static bool IsUsedFor(HeardMatch act, List<(string Name, ImmutableArray<int> At)> idioms) =>
        act is { Length: 1, Phrase.Concept.Also: not null } && idioms.Exists(idiom => idiom.At[0] >= act.End);

    // "May I stop following": the word that is asked about is not the one that was matched.
    private bool IsUnsure(HeardMatch act) =>
        _verb >= 0 && act.From > _verb && Words[_verb].Plain is not ("say" or "mention" or "state" or "put" or "list") && !_all.Exists(match => match.Covers(_verb) && match.Phrase.Concept.Facet == _lexicon.Act);

    // What stands after a "not" of its own clause is not so. A refused permission is heard as refused.
    private bool IsDenied(HeardMatch match) =>
        match.Phrase.Concept.Facet.Kind != FacetKind.Permission
        && Words.Take(match.From).Select((word, at) => (word, at)).Skip(DenialsFrom(match)).Any(pair => IsNegation(pair.word.Plain) && !_all.Exists(other => other.Covers(pair.at)) && !IsOfPermission(pair.at));

    // "I don't know what to do, he hits me" denies nothing, and what is said before "can I" does not deny what is asked.
    private int DenialsFrom(HeardMatch match) => HarmWords.IsOne(match) ? match.From - FarthestDenial : IsAsked
        && match.From >= _verb ? _modal : 0;

    private bool IsOfPermission(int negation) => _all.Exists(match => match.Phrase.Concept.Facet.Kind == FacetKind.Permission && match.From > negation - 4 && match.From <= negation + 4);

    private int SubjectEnd(HeardMatch act)
    {
        var end = act.From;
        while (end > 0 && (Fillers.Contains(Words[end - 1].Plain) || IsAdverb(Words[end - 1].Plain)))
        {
            end--;
        }

        return _places.Find(place => place.End == end) is { } belonging ? PlaceFrom(belonging) : end;
    }
}
