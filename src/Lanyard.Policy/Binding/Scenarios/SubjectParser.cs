using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Reads what happens: somebody does something, a record holds something, or the policy on some day.</summary>
internal sealed class SubjectParser
{
    private readonly SentenceParser _parser;
    private readonly ListParser _lists;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly DateOnly? _today;

    public SubjectParser(Phrasebook book, Sentence sentence, DateOnly? today, ICollection<Diagnostic> diagnostics)
    {
        _parser = new(book, sentence);
        _lists = new(_parser);
        (_today, _diagnostics) = (today, diagnostics);
    }

    public ScenarioSubject? Subject()
    {
        if (_parser.Length == 0)
        {
            _diagnostics.Add(new NotASituation(_parser.Sentence.Where));
            return null;
        }

        if (_parser.Is(0, "this", "policy"))
        {
            return Policy();
        }

        return _lists.Listed("records", 0) is var (record, at) && (_parser.Is(at, "with") || at == _parser.Length)
            ? Record(record.Name, at)
            : Situation() is { } situation ? new SituationSubject(situation) : null;
    }

    public Situation? Situation()
    {
        var lexicon = _parser.Lexicon;
        if (_parser.Length == 0 || _parser.People(lexicon.Actor, 0) is not (var who, var at))
        {
            return Fail<Situation>(_parser.Length, at: 0, "who acts, such as `a teacher`");
        }

        int? age = null;
        if (_parser.Is(at, "aged"))
        {
            age = _lists.Number(at + 1);
            if (age is null)
            {
                return Fail<Situation>(_parser.Length, at + 1, "an age in years");
            }

            at += 2;
        }

        var circumstances = Circumstances(out var end);
        if (Predicate(at, end) is not var (readings, from, tense, omission))
        {
            return null;
        }

        if (!_parser.TryOne(readings, from, end, _diagnostics, out var condition))
        {
            return null;
        }

        condition = circumstances.Aggregate(condition, (all, atom) => all.And(atom));
        var told = Domain.Situations.Situation.Silent(lexicon).With(lexicon.Actor, who).With(lexicon.Tense, tense).With(lexicon.Omission, omission);
        return Finish(told, condition, age);
    }

    // "A teacher messages a student, and their role does not require it": what is true besides, to the end of the sentence.
    private ImmutableArray<Atom> Circumstances(out int end)
    {
        for (end = 0; end < _parser.Length; end++)
        {
            if (_parser.Is(end, ",", "and") && Facts(end + 2) is { IsEmpty: false } facts)
            {
                return facts;
            }
        }

        return [];
    }

    private ImmutableArray<Atom> Facts(int at)
    {
        var facts = ImmutableArray.CreateBuilder<Atom>();
        while (at < _parser.Length)
        {
            var reached = at;
            var match = _parser.Book.Clauses.At(_parser.Words.AsSpan(), at, ref reached)
                .Where(match => match.Meaning.Concept.Facet is { Kind: FacetKind.Permission } or { Section: "circumstance" })
                .MaxBy(match => match.Words.Length);
            at += match?.Words.Length ?? 0;
            if (match is null || (at < _parser.Length && !_parser.Is(at++, "and")))
            {
                return [];
            }

            facts.Add(match.Meaning.Atom);
        }

        return facts.ToImmutable();
    }

    private (List<Reading> Readings, int From, ulong Tense, ulong Omission)? Predicate(int at, int end)
    {
        if (_parser.Is(at, "intends"))
        {
            var isNot = _parser.Is(at + 1, "not");
            var to = at + (isNot ? 2 : 1);
            if (!_parser.Is(to, "to"))
            {
                Fail<Situation>(end, to, "`to`");
                return null;
            }

            return (_parser.Predicate(to + 1, end, VerbForm.Base), to + 1, 1UL, isNot ? 2UL : 1UL);
        }

        if (_parser.Is(at, "did", "not") || _parser.Is(at, "does", "not") || _parser.Is(at, "do", "not"))
        {
            return (_parser.Predicate(at + 2, end, VerbForm.Base), at + 2, _parser.Is(at, "did") ? 2UL : 1UL, 2UL);
        }

        var present = _parser.Predicate(at, end, VerbForm.Present, VerbForm.Base); // "a teacher messages", "staff message"
        return present.Count > 0 ? (present, at, 1UL, 1UL) : (_parser.Predicate(at, end, VerbForm.Past), at, 2UL, 1UL);
    }

    private Situation? Finish(Situation told, Condition condition, int? age)
    {
        foreach (var part in condition.Parts)
        {
            if (part.Atoms is not [var atom])
            {
                _diagnostics.Add(new NotASituation(_parser.Span(0, _parser.Length)));
                return null;
            }

            told = told.With(atom.Facet, (atom.Facet.Kind == FacetKind.Permission ? atom.Facet.All : told[atom.Facet]) & atom.Values);
        }

        if (age is { } years && _today is { } today)
        {
            told = PlatformAges.Apply(told, years, today);
        }

        var inferred = told.Inferred();
        if (inferred.Contradictions is [var clash, ..])
        {
            _diagnostics.Add(new NeverTrue(_parser.Span(0, _parser.Length), $"no value of \"{clash.Id}\" fits all of it"));
            return null;
        }

        return told;
    }

    // An official account with an objective and a school email address.
    private RecordSubject? Record(string record, int at)
    {
        if (at == _parser.Length || _parser.Is(at, "with", "nothing"))
        {
            return new(record, []);
        }

        return _lists.ListOf("fields", at + 1, "and", "what the record holds") is var (fields, end) && _lists.Ends(end)
            ? new(record, fields)
            : Fail<RecordSubject>(_parser.Length, at, "`with`, and what the record holds");
    }

    // This policy on 1 February 2026.
    private PolicySubject? Policy()
    {
        if (_parser.Length == 2)
        {
            return new PolicySubject(null);
        }

        var text = string.Join(' ', _parser.Tokens.Skip(3).Select(token => token.Where.Text));
        if (_parser.Is(2, "on")
            && DateOnly.TryParseExact(text, ["d MMMM yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PolicySubject(day);
        }

        return Fail<PolicySubject>(_parser.Length, 2, "a day, such as `on 1 February 2026`");
    }

    private T? Fail<T>(int end, int at, string expected)
        where T : class
    {
        _parser.Trail.Failed(at, expected);
        _diagnostics.Add(_parser.Trail.Explain(new(_parser.Book, _parser), end));
        return null;
    }
}
