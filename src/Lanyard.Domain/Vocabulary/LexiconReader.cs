using System.Collections.Immutable;

namespace Lanyard.Domain.Vocabulary;

/// <summary>Reads the vocabulary file: sections, indented trees of words, and what they imply.</summary>
internal sealed class LexiconReader(string text)
{
    private static readonly string[] ListSections =
        ["bodies", "records", "fields", "topics", "procedures", "sanctions", "deadlines"];

    private readonly List<VocabularyLine> _lines = VocabularyLine.ReadAll(text);
    private readonly List<Facet> _facets = [];
    private readonly List<Concept> _concepts = [];
    private readonly List<Implication> _implications = [];
    private readonly List<Counting> _counting = [];
    private readonly List<MinimumAge> _ages = [];
    private readonly Dictionary<string, ImmutableArray<ListedWord>> _lists = new(StringComparer.Ordinal);
    private List<VocabularyLine> _roles = [];
    private ImmutableArray<string> _idioms = [];
    private readonly List<(int Concept, string Also, int Line)> _also = [];
    private int _slot;

    public Lexicon Read()
    {
        for (var at = 0; at < _lines.Count;)
        {
            var header = _lines[at++];
            var body = _lines.Skip(at).TakeWhile(line => line.Indent > 0).ToList();
            at += body.Count;
            ReadSection(header, body);
        }

        foreach (var (at, also, line) in _also)
        {
            _concepts[at] = _concepts[at] with { Also = Find(also, line) };
        }

        var lists = _lists.ToImmutableDictionary(StringComparer.Ordinal);
        return new([.. _facets], [.. _concepts], lists, [.. _implications], [.. _ages])
        {
            Counting = [.. _counting],
            Idioms = _idioms,
        };
    }

    private void ReadSection(VocabularyLine header, List<VocabularyLine> body)
    {
        if (header.Text == "roles")
        {
            _roles = body;
        }
        else if (header.Text.StartsWith("facet ", StringComparison.Ordinal))
        {
            ReadFacet(FacetHeader.Read(header), body);
        }
        else if (header.Text == "permissions")
        {
            ReadFacts(new("permissions", [], IsBare: true, "Which of these are held?"), body, FacetKind.Permission);
        }
        else if (header.Text == "implies")
        {
            body.ForEach(ReadImplication);
        }
        else if (header.Text == "counts as")
        {
            body.ForEach(ReadCounting);
        }
        else if (header.Text == "idioms")
        {
            _idioms = [.. body.Select(line => line.Text)];
        }
        else if (ListSections.Contains(header.Text))
        {
            _lists[header.Text] = [.. body.Select(line => WordLine.Read(line)).Select(word => new ListedWord(word.Name, word.Phrases, word.Article, word.Line))];
        }
        else
        {
            throw new VocabularyException(header.Number, $"`{header.Text}` is not a section");
        }
    }

    private void ReadFacet(FacetHeader header, List<VocabularyLine> body)
    {
        switch (body)
        {
            case [{ Text: "facts" }, ..]:
                ReadFacts(header, body[1..], FacetKind.Fact);
                break;
            case [{ Text: "uses roles" }, ..]:
                ReadTree(header, [.. _roles, .. body[1..]]);
                break;
            default:
                ReadTree(header, body);
                break;
        }
    }

    private void ReadFacts(FacetHeader header, List<VocabularyLine> body, FacetKind kind)
    {
        _slot++;
        foreach (var word in body.Select(line => WordLine.Read(line)))
        {
            var id = word.Name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal);
            var facet = new Facet(_facets.Count, id, kind, header.Id, _slot, header.Question, ["no", "yes"]);
            _facets.Add(facet);
            _concepts.Add(new(word.Name, facet, Facet.Yes, 0)
            {
                Phrases = word.Phrases[1..],
                Heard = word.Heard,
                Clause = word.Clause ?? throw new VocabularyException(word.Line, "a fact needs a colon and what it says"),
                Line = word.Line,
            });
        }
    }

    private void ReadTree(FacetHeader header, List<VocabularyLine> body)
    {
        _slot++;
        var leaves = Enumerable.Range(0, body.Count).Where(at => IsLeaf(body, at)).ToList();
        if (leaves.Count is 0 or > 64)
        {
            throw new VocabularyException(header.Line, $"a facet has 1 to 64 values, and `{header.Id}` has {leaves.Count}");
        }

        var facet = new Facet(
            _facets.Count, header.Id, FacetKind.Choice, header.Id, _slot, header.Question, [.. leaves.Select(at => WordLine.Read(body[at]).Name)])
        {
            Leads = header.Leads,
            IsBare = header.IsBare,
        };
        _facets.Add(facet);
        for (var at = 0; at < body.Count; at++)
        {
            var word = WordLine.Read(body[at]);
            var end = at + 1 + body.Skip(at + 1).TakeWhile(line => line.Indent > body[at].Indent).Count();
            var values = leaves.Select((leaf, value) => leaf >= at && leaf < end ? 1UL << value : 0).Aggregate((a, b) => a | b);
            var concept = new Concept(word.Name, facet, values, body[at].Indent - body[0].Indent)
            {
                Phrases = word.Phrases, Heard = word.Heard, IsUnique = word.IsUnique, Towards = word.Towards, TakesContent = word.TakesContent, HoldsContent = word.HoldsContent, Lead = word.Lead, Plural = word.Plural, Past = word.Past, Line = word.Line,
            };
            if (word.Also is { } also)
            {
                _also.Add((_concepts.Count, also, word.Line));
            }

            _concepts.Add(concept);
            _ages.AddRange(word.MinimumAges.Select(age => new MinimumAge(concept, age.Years, age.From)));
        }
    }

    private void ReadImplication(VocabularyLine line)
    {
        if (line.Text.Split(" -> ") is not [var left, var right])
        {
            throw new VocabularyException(line.Number, "an implication has the form `word -> word`");
        }

        _implications.Add(new(Find(left, line.Number), Find(right, line.Number)));
    }

    private void ReadCounting(VocabularyLine line)
    {
        if (line.Text.Split(" -> ") is not [var left, var right])
        {
            throw new VocabularyException(line.Number, "what counts as a word has the form `word and word -> word`");
        }

        var words = left.Split(" and ").Select(word => FindOf(word, line.Number));
        _counting.Add(new([.. words], FindOf(right, line.Number)));
    }

    // Roles stand in several facets, so the facet may be named first: "about student".
    private Concept FindOf(string phrase, int line)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (facet, word) = space < 0 ? ("", phrase) : (phrase[..space], phrase[(space + 1)..]);
        return _concepts.FirstOrDefault(concept => concept.Facet.Id == facet && concept.Name == word)
            ?? Find(phrase, line);
    }

    private Concept Find(string phrase, int line) =>
        _concepts.FirstOrDefault(concept => concept.Name == phrase || concept.Clause == phrase || concept.Phrases.Contains(phrase))
        ?? throw new VocabularyException(line, $"`{phrase}` is not declared");

    private static bool IsLeaf(List<VocabularyLine> body, int at) =>
        at + 1 == body.Count || body[at + 1].Indent <= body[at].Indent;
}
