using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Binding;

/// <summary>Resolves a sentence to one of the eight kinds of statement.</summary>
internal sealed class StatementBinder(SentenceParser parser, StatementSource source, ICollection<Diagnostic> diagnostics)
{
    private readonly ListParser _lists = new(parser);

    public Statement? Bind()
    {
        var isAdvice = parser.Is(0, "advise") && source.Text is [.., '?' or '!']; // advice may end in a question
        if (parser.Sentence.Stop is null && !isAdvice)
        {
            var end = parser.Sentence.Where.End - 1;
            diagnostics.Add(new MissingFullStop(source.Where.Source.Span(Math.Max(end, source.Where.Start), 1)));
            return null;
        }

        if (parser.Is(0, "when"))
        {
            return new WhenBinder(parser, source, _lists, diagnostics).Bind();
        }

        if (parser.Is(0, "advise"))
        {
            return BindAdvice();
        }

        if (parser.Is(0, "breach", "by"))
        {
            return BindBreach();
        }

        if (parser.Is(0, "this", "policy") || parser.Is(0, "in", "this", "policy"))
        {
            return new GovernanceBinder(parser, source, _lists, diagnostics).Bind();
        }

        return parser.Find("must") is var must and >= 0 && parser.Is(must, "must", "have") ? BindRequirement(must) : BindByPeople();
    }

    // Advise staff, when they post content: Posts are hard to remove.
    private Advice? BindAdvice()
    {
        var colon = parser.Find(":");
        if (colon < 0)
        {
            diagnostics.Add(new MissingPart(parser.After(parser.Length), "a colon, and then the advice"));
            return null;
        }

        var people = parser.People(parser.Lexicon.Actor, 1);
        if (people is not (var who, var at))
        {
            return Fail<Advice>(colon);
        }

        var condition = Condition.Always.And(new Atom(parser.Lexicon.Actor, who));
        at += parser.Is(at, ",") ? 1 : 0;
        if (at < colon)
        {
            if (!parser.Is(at, "when", "they"))
            {
                parser.Trail.Failed(at, "`when they`, or a colon");
                return Fail<Advice>(colon);
            }

            if (!parser.TryOne(parser.Predicate(at + 2, colon, VerbForm.Base), at + 2, colon, diagnostics, out var when))
            {
                return null;
            }

            condition = condition.And(when);
        }

        var start = parser.Tokens[colon].Where.End;
        var message = source.Where.Source.Content[start..source.Where.End];
        return new(source, condition, string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    // A breach by staff may lead to the disciplinary procedure, up to dismissal.
    private Consequence? BindBreach()
    {
        if (parser.People(parser.Lexicon.Actor, 2) is not (var who, var at) || !Expect("may", ref at) || !Expect("lead", ref at) || !Expect("to", ref at))
        {
            return Fail<Consequence>(parser.Length);
        }

        var condition = Condition.Always.And(new Atom(parser.Lexicon.Actor, who));
        return _lists.Procedures(at) is var (procedures, upTo) ? new(source, condition, IsBreach: true, procedures, upTo) : Fail<Consequence>(parser.Length);
    }

    // An official account must have an objective and a school email address.
    private Requirement? BindRequirement(int must)
    {
        if (_lists.Listed("records", 0) is not (var record, var at) || at != must)
        {
            parser.Trail.Failed(Math.Min(must, 0), "a kind of record, such as `an official account`");
            return Fail<Requirement>(parser.Length);
        }

        return _lists.ListOf("fields", must + 2, "and", "what the record must hold, such as `an objective`") is var (fields, end) && _lists.Ends(end)
            ? new(source, record.Name, fields)
            : Fail<Requirement>(parser.Length);
    }

    private Statement? BindByPeople()
    {
        if (parser.People(parser.Lexicon.Actor, 0) is not (var who, var at))
        {
            if (parser.Find("must") < 0 && parser.Find("should") < 0 && parser.Find("may") < 0)
            {
                diagnostics.Add(new NotAStatement(parser.Span(0, parser.Length)));
                return null;
            }

            return Fail<Statement>(parser.Length);
        }

        if (new ProgrammeBinder(parser, source, _lists).Bind(who, at) is var (isProgramme, programme) && isProgramme)
        {
            return programme ?? Fail<Statement>(parser.Length);
        }

        Modality? modality = parser.Is(at, "must", "not") ? Modality.MustNot
            : parser.Is(at, "must") ? Modality.Must
            : parser.Is(at, "should", "not") ? Modality.ShouldNot
            : parser.Is(at, "should") ? Modality.Should
            : parser.Is(at, "may") ? Modality.May
            : null;
        if (modality is null)
        {
            parser.Trail.Failed(at, "`must`, `must not`, `should`, `should not` or `may`");
            return Fail<Statement>(parser.Length);
        }

        return BindConduct(who, at + (modality is Modality.MustNot or Modality.ShouldNot ? 2 : 1), modality.Value);
    }

    private Conduct? BindConduct(ulong who, int at, Modality modality)
    {
        var unless = parser.Find("unless", at);
        var end = unless < 0 ? parser.Length : Trim(unless);
        var readings = modality is Modality.Must or Modality.Should ? parser.Demands(at, end) : parser.Predicate(at, end, VerbForm.Base);
        if (!parser.TryOne(readings, at, end, diagnostics, out var what))
        {
            return null;
        }

        var exceptions = ImmutableArray.CreateBuilder<Condition>();
        while (unless >= 0)
        {
            var next = parser.Find("unless", unless + 1);
            var last = next < 0 ? parser.Length : Trim(next);
            if (!parser.TryOne(parser.Exception(unless + 1, last), unless + 1, last, diagnostics, out var exception))
            {
                return null;
            }

            exceptions.Add(exception);
            unless = next;
        }

        var organisation = parser.Lexicon.Concept(parser.Lexicon.Actor, "organisation").Values;
        return new(source, new Condition([AnyOf.One(new(parser.Lexicon.Actor, who))]).And(what), modality, exceptions.ToImmutable())
        {
            IsPower = modality == Modality.May && who == organisation,
        };
    }

    // Steps back over ", or" before "unless".
    private int Trim(int unless)
    {
        var end = parser.Is(unless - 1, "or") ? unless - 1 : unless;
        return parser.Is(end - 1, ",") ? end - 1 : end;
    }

    private bool Expect(string word, ref int at)
    {
        parser.Trail.Failed(at, $"`{word}`");
        return parser.Is(at, word) && ++at > 0;
    }

    private T? Fail<T>(int end)
        where T : Statement
    {
        diagnostics.Add(parser.Trail.Explain(new(parser.Book, parser), end));
        return null;
    }
}
