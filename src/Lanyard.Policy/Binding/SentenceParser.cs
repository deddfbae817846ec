using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding;

/// <summary>Reads the people, acts, parts and exceptions of one sentence, in every way in which they can be read.</summary>
/// <remarks>
/// It follows all readings at once, so a sentence that has two is found out, never guessed. Where no reading gets to
/// the end, the furthest place that any of them reached is where the mistake is.
/// </remarks>
internal sealed class SentenceParser
{
    private readonly Phrasebook _book;
    private readonly PartParser _parts;

    public SentenceParser(Phrasebook book, Sentence sentence)
    {
        _book = book;
        Sentence = sentence;
        (Words, Tokens) = book.NormalForms.Of(book.Read(sentence.Tokens));
        Trail = new(this);
        _parts = new(book, this);
    }

    public Sentence Sentence { get; }

    public ImmutableArray<string> Words { get; }

    public ImmutableArray<Token> Tokens { get; }

    public Trail Trail { get; }

    public Phrasebook Book => _book;

    public Lexicon Lexicon => _book.Lexicon;

    public int Length => Words.Length;

    public bool Is(int at, params ReadOnlySpan<string> words) => at >= 0 && Words.AsSpan()[Math.Min(at, Length)..].StartsWith(words);

    public int Find(string word, int from = 0) => from >= Length ? -1 : Words.IndexOf(word, from);

    /// <summary>A run of people joined by "and", as a set of the values of <paramref name="facet"/>.</summary>
    public (ulong Values, int End)? People(Facet facet, int at)
    {
        var values = 0UL;
        var (count, isJoined) = (0, true);
        for (var next = at; ;)
        {
            var reached = next;
            var longest = _book.Nouns[facet.Index].At(Words.AsSpan(), next, ref reached).MaxBy(phrase => phrase.Words.Length);
            if (longest is null && next > at && Words[next - 1] == ",")
            {
                return isJoined || count == 1 ? (values, next - 1) : Unjoined(next - 1); // the comma ended the list
            }

            if (longest is null)
            {
                Trail.Failed(reached, "the people it is for, such as `staff`");
                return null;
            }

            values |= longest.Meaning.Values;
            isJoined = count++ == 0 || Words[next - 1] == "and";
            next += longest.Words.Length;
            if (!Is(next, ",") && !Is(next, "and"))
            {
                return isJoined ? (values, next) : Unjoined(next - longest.Words.Length - 1);
            }

            next += Is(next, ",", "and") ? 2 : 1;
        }

        (ulong Values, int End)? Unjoined(int comma)
        {
            Trail.Refused(new UnjoinedList(Tokens[comma].Where, "`and`"));
            return null;
        }
    }

    /// <summary>Whether a list goes on at a place with a comma, a joining word, or both; <paramref name="joiner"/> is that word, if there is one.</summary>
    /// <returns>The number of words to step over; 0 where the list ends.</returns>
    public int More(int at, string wanted, out string? joiner)
    {
        var comma = Is(at, ",") ? 1 : 0;
        joiner = Is(at + comma, wanted) ? wanted : null;
        return comma + (joiner is null ? 0 : 1);
    }

    /// <summary>Refuses a list whose last item follows a comma alone, if it ends here.</summary>
    /// <param name="item">The last item.</param>
    /// <param name="after">The place after it.</param>
    /// <param name="end">Where the words that are read end.</param>
    /// <param name="wanted">The word that joins such a list.</param>
    public void RefuseUnjoined(int item, int after, int end, string wanted)
    {
        if (after >= end || !(Is(after, ",") || Is(after, "and") || Is(after, "or")))
        {
            Trail.Refused(new UnjoinedList(Tokens[item - 1].Where, $"`{wanted}`"));
        }
    }

    /// <summary>Every reading of an act and the parts that follow it, up to <paramref name="end"/> and no further.</summary>
    public List<Reading> Predicate(int at, int end, params ReadOnlySpan<VerbForm> forms) => Predicate(at, end, "or", forms);

    /// <summary>Every reading of what must or should be done: several acts are joined by "and", since each of them is asked for.</summary>
    public List<Reading> Demands(int at, int end) => Predicate(at, end, "and", VerbForm.Base);

    private List<Reading> Predicate(int at, int end, string joiner, params ReadOnlySpan<VerbForm> forms)
    {
        var readings = new List<Reading>();
        foreach (var act in Acts(at, end, joiner, forms))
        {
            readings.AddRange(Whole(_parts.From(act.End, end).Select(act.Then), end));
        }

        return readings;
    }

    /// <summary>Every reading of what stands after "unless": facts and parts joined by "and", or by "or".</summary>
    public List<Reading> Exception(int at, int end) => [.. Whole(new ExceptionParser(this, _parts).From(at, end), end)];

    /// <summary>Every reading of parts alone.</summary>
    public List<Reading> Parts(int at, int end) => [.. Whole(_parts.From(at, end), end)];

    /// <summary>Takes the only reading, or says why there is not exactly one.</summary>
    public bool TryOne(List<Reading> readings, int from, int end, ICollection<Diagnostic> diagnostics, out Condition condition)
    {
        var different = readings.Select(reading => new Condition(reading.Parts)).Distinct().ToList();
        condition = different.FirstOrDefault() ?? Condition.Always;
        if (different.Count == 1)
        {
            return true;
        }

        if (different.Count == 0)
        {
            diagnostics.Add(Trail.Explain(_parts, end));
        }
        else
        {
            var phrasing = new Phrasing(_book);
            diagnostics.Add(new AmbiguousSentence(Span(from, end), phrasing.Describe(different[0]), phrasing.Describe(different[1])));
        }

        return false;
    }

    public SourceSpan Span(int from, int end)
    {
        if (Length == 0)
        {
            return Sentence.Where with { Length = Math.Min(1, Sentence.Where.Length) };
        }

        var first = Tokens[Math.Min(from, Length - 1)].Where;
        var last = Tokens[Math.Clamp(end - 1, 0, Length - 1)].Where;
        return last.End <= first.Start ? first : first.To(last);
    }

    /// <summary>The place just after the last word, where something is missing.</summary>
    public SourceSpan After(int end)
    {
        var last = Tokens[Math.Clamp(end - 1, 0, Length - 1)].Where;
        return last.Source.Span(Math.Min(last.End, Math.Max(0, last.Source.Content.Length - 1)), 1);
    }

    private List<Reading> Acts(int at, int end, string joiner, ReadOnlySpan<VerbForm> forms)
    {
        var readings = new List<Reading>();
        foreach (var (concepts, next, isJoined) in ActLists(at, end, joiner, forms.ToArray()))
        {
            if (!isJoined && concepts.Length > 1)
            {
                continue;
            }

            var act = new AnyOf([new(Lexicon.Act, concepts.Aggregate(0UL, (set, concept) => set | concept.Values))]);
            var also = concepts.Select(concept => concept.Also).Distinct().ToList();
            ImmutableArray<AnyOf> parts = also is [{ } one] ? [act, AnyOf.One(Atom.Of(one))] : [act];
            readings.Add(new(next, parts));
        }

        return [.. readings.DistinctBy(reading => (reading.End, new Condition(reading.Parts)))];
    }

    private IEnumerable<(ImmutableArray<Concept> Acts, int End, bool IsJoined)> ActLists(int at, int end, string joiner, VerbForm[] forms)
    {
        var reached = at;
        var matches = _book.Acts.At(Words.AsSpan()[..end], at, ref reached).Where(match => forms.Contains(match.Meaning.Form)).ToList();
        Trail.Failed(matches.Count == 0 ? reached : at, "something that people do, such as `message` or `post`");
        foreach (var match in matches)
        {
            var next = at + match.Words.Length;
            yield return ([match.Meaning.Concept], next, false);
            var more = More(next, joiner, out var joined);
            if (joiner == "and" && More(next, "or", out var or) is var other && or is not null && ActLists(next + other, end, joiner, forms).Any())
            {
                RefuseChoice(at, next + other - 1);
            }

            if (more == 0 || next + more >= end)
            {
                continue;
            }

            var rest = ActLists(next + more, end, joiner, forms).ToList();
            foreach (var (acts, last, isJoined) in rest)
            {
                yield return ([match.Meaning.Concept, .. acts], last, isJoined || joined is not null);
            }

            if (joined is null && rest.Where(list => list.Acts.Length == 1).ToList() is [_, ..] single)
            {
                RefuseUnjoined(next + more, single.Max(list => list.End), end, joiner);
            }
        }
    }

    // "Staff must inform parents or keep a record": is either enough, or are both asked for?
    private void RefuseChoice(int first, int or) => Trail.Refused(new AmbiguousSentence(
        Tokens[or].Where,
        $"{Words[first - 1]} do each of them",
        $"{Words[first - 1]} do one of them",
        "join them by `and`, or write a statement for each; that one of them is enough cannot be said"));

    private IEnumerable<Reading> Whole(IEnumerable<Reading> readings, int end)
    {
        foreach (var reading in readings)
        {
            if (reading.End == end)
            {
                yield return reading;
            }
            else
            {
                Trail.Failed(reading.End, "another part of the sentence, or its end");
            }
        }
    }
}
