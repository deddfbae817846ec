using System.Collections.Immutable;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding;

/// <summary>Reads the parts that follow an act, in the one order that they have.</summary>
internal sealed class PartParser
{
    private const int LongestStart = 4; // words of a phrase that may fit before it fails

    private readonly Phrasebook _book;
    private readonly SentenceParser _parser;
    private readonly ContentParser _content;
    private readonly JudgedParser _judged;
    private readonly ImmutableArray<ImmutableArray<Facet>> _slots;
    private readonly int _contentSlot;

    public PartParser(Phrasebook book, SentenceParser parser)
    {
        (_book, _parser) = (book, parser);
        var lexicon = book.Lexicon;
        var content = lexicon.Facets.Where(facet => facet.Section is "content" or "information" or "monitored").ToImmutableArray();
        _content = new(book, parser, content);
        _judged = new(parser);
        _slots =
        [
            content,
            .. lexicon.Facets
                .Where(facet => !content.Contains(facet)
                    && facet.Section is not ("actor" or "act" or "tense" or "omission" or Facet.Judged))
                .GroupBy(facet => facet.Slot)
                .OrderBy(group => group.Key)
                .Select(group => group.ToImmutableArray()),
        ];
        _contentSlot = 0;
    }

    /// <summary>Every reading of the parts from a place on, however few of them it takes, with what a person must judge
    /// at the end.</summary>
    public IEnumerable<Reading> From(int at, int end) =>
        From(at, end, 0).SelectMany(parts => _judged.After(parts, end));

    /// <summary>What a person must judge at a place, or <see langword="null"/> if it is not that.</summary>
    public Reading? Judged(int at, int end) => _judged.At(at, end);

    /// <summary>If the words at a place are a part that belonged further forward, that part and what it should stand before.</summary>
    public (int From, int End, string After)? EarlierPart(int furthest, int end)
    {
        for (var at = furthest; at > 0 && at > furthest - LongestStart; at--)
        {
            for (var slot = 0; slot < _slots.Length; slot++)
            {
                if (Part(slot, at, end).MaxBy(reading => reading.End) is { } part && part.End > furthest && LaterPartEndingAt(slot, at) is { } from)
                {
                    return (at, part.End, $"`{_parser.Span(from, at).Text}`");
                }
            }
        }

        return null;
    }

    private int? LaterPartEndingAt(int slot, int at)
    {
        for (var from = 1; from < at; from++)
        {
            for (var later = slot + 1; later < _slots.Length; later++)
            {
                if (Part(later, from, at).Any(reading => reading.End == at))
                {
                    return from;
                }
            }
        }

        return null;
    }

    private IEnumerable<Reading> From(int at, int end, int firstSlot)
    {
        yield return new(at, []);
        for (var slot = firstSlot; slot < _slots.Length && at < end; slot++)
        {
            var isLast = slot == _slots.Length - 1; // permissions: some held, others not
            foreach (var part in Part(slot, at, end))
            {
                foreach (var rest in From(part.End, end, isLast ? slot : slot + 1))
                {
                    yield return part.Then(rest);
                }
            }
        }
    }

    private IEnumerable<Reading> Part(int slot, int at, int end)
    {
        if (slot == _contentSlot)
        {
            return _content.From(at, end);
        }

        var facets = _slots[slot];
        return facets[0].Kind == FacetKind.Permission ? Permissions(facets, at, end) : facets.SelectMany(facet => Choice(facet, at, end));
    }

    private IEnumerable<Reading> Choice(Facet facet, int at, int end)
    {
        var lead = at < end && facet.Leads.Contains(_parser.Words[at]);
        if (lead || facet.IsBare)
        {
            foreach (var (values, next, _) in List(facet, lead ? at + 1 : at, end).Where(list => list.IsJoined is not false))
            {
                yield return new(next, [AnyOf.One(new(facet, values))]);
            }
        }
    }

    // Whether it is joined cannot be said of one item alone.
    private IEnumerable<(ulong Values, int End, bool? IsJoined)> List(Facet facet, int at, int end)
    {
        var reached = at;
        var matches = _book.Nouns[facet.Index].At(_parser.Words.AsSpan()[..end], at, ref reached);
        if (reached > at || at > 0)
        {
            _parser.Trail.Failed(reached, Expectation(facet));
        }

        foreach (var match in matches)
        {
            var next = at + match.Words.Length;
            yield return (match.Meaning.Values, next, null);
            var more = _parser.More(next, "or", out var joiner);
            if (more == 0 || next + more >= end)
            {
                continue;
            }

            var item = next + more;
            item += facet.Leads.Contains(_parser.Words[item]) ? 1 : 0;
            var rest = List(facet, item, end).ToList();
            foreach (var (values, last, isJoined) in rest)
            {
                yield return (match.Meaning.Values | values, last, joiner is not null || isJoined is true);
            }

            if (joiner is null && rest.Where(list => list.IsJoined is null).ToList() is [_, ..] single)
            {
                _parser.RefuseUnjoined(next + more, single.Max(list => list.End), end, "or");
            }
        }
    }

    // "with approval by the headteacher and written consent from a parent", "without approval by the headteacher"
    private IEnumerable<Reading> Permissions(ImmutableArray<Facet> facets, int at, int end)
    {
        var isHeld = _parser.Is(at, "with");
        if (!isHeld && !_parser.Is(at, "without"))
        {
            yield break;
        }

        var parts = ImmutableArray<AnyOf>.Empty;
        for (var next = at + 1; ;)
        {
            var reached = next;
            var match = facets.SelectMany(facet => _book.Nouns[facet.Index].At(_parser.Words.AsSpan()[..end], next, ref reached)).MaxBy(found => found.Words.Length);
            _parser.Trail.Failed(reached, "a permission, such as `approval by the headteacher`");
            if (match is null)
            {
                yield break;
            }

            parts = parts.Add(AnyOf.One(new(match.Meaning.Facet, isHeld ? Facet.Yes : Facet.No)));
            next += match.Words.Length;
            yield return new(next, parts);
            if (!_parser.Is(next, "and") || _parser.Is(next, "and", "without") || _parser.Is(next, "and", "with"))
            {
                yield break;
            }

            next++;
        }
    }

    private static string Expectation(Facet facet) => facet.Section switch
    {
        "towards" => "whom it is towards",
        "about" => "whom it is about",
        "account" => "an account",
        "platform" => "a platform",
        "device" => "a device",
        _ => "another part of the sentence, or its end",
    };
}
