using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Binding;

/// <summary>Resolves sentences that begin with "When": duties, and consequences of an event.</summary>
internal sealed class WhenBinder(SentenceParser parser, StatementSource source, ListParser lists, ICollection<Diagnostic> diagnostics)
{
    public Statement? Bind()
    {
        var lead = parser.Find("lead");
        var modal = lead > 0 && parser.Is(lead - 1, "may") ? lead - 1 : Modal();
        var comma = modal < 0 ? -1 : parser.Words.AsSpan()[..modal].LastIndexOf(",");
        if (comma < 0)
        {
            diagnostics.Add(new MissingPart(parser.After(parser.Length), "a comma, and then who must do what: `, they must report it to the headteacher immediately`"));
            return null;
        }

        if (parser.People(parser.Lexicon.Actor, 1) is not (var who, var at))
        {
            return Fail(comma);
        }

        if (!parser.TryOne(parser.Predicate(at, comma, VerbForm.Base, VerbForm.Present), at, comma, diagnostics, out var what))
        {
            return null;
        }

        var when = new Condition([AnyOf.One(new(parser.Lexicon.Actor, who))]).And(what);
        return parser.Is(modal, "may", "lead", "to") ? BindConsequence(when, modal + 3) : BindDuty(when, comma + 1, modal);
    }

    private int Modal() => parser.Find("must") is var must and >= 0 ? must : parser.Find("should");

    private Statement? BindConsequence(Condition when, int at) =>
        lists.Procedures(at) is var (procedures, upTo)
            ? new Consequence(source, when, IsBreach: false, procedures, upTo)
            : Fail(parser.Length);

    private Statement? BindDuty(Condition when, int at, int must)
    {
        ulong? holder = null;
        if (!(parser.Is(at, "they") || parser.Is(at, "it")) || at + 1 != must)
        {
            if (parser.People(parser.Lexicon.Actor, at) is not (var who, var end) || end != must)
            {
                parser.Trail.Failed(at, "`they must`");
                return Fail(parser.Length);
            }

            holder = who;
        }

        return parser.Is(must + 1, "inform") ? BindInform(when, holder, must + 2)
            : parser.Is(must + 1, "report", "it") ? BindReport(when, holder, DutyAction.Report, must + 3)
            : parser.Is(must + 1, "record", "it") ? BindReport(when, holder, DutyAction.Record, must + 3)
            : FailAt(must + 1, "`report it`, `record it` or `inform`");
    }

    private Statement? BindReport(Condition when, ulong? holder, DutyAction action, int at)
    {
        if (!parser.Is(at, "to"))
        {
            return Finish(when, holder, action, [], isEvery: false, at);
        }

        return lists.Recipients(at + 1) is var (names, isEvery, end)
            ? Finish(when, holder, action, names, isEvery, end)
            : Fail(parser.Length);
    }

    private Statement? BindInform(Condition when, ulong? holder, int at) =>
        lists.Recipients(at) is var (names, isEvery, end)
            ? Finish(when, holder, DutyAction.Inform, names, isEvery, end)
            : Fail(parser.Length);

    private Statement? Finish(Condition when, ulong? holder, DutyAction action, ImmutableArray<string> recipients, bool isEvery, int at)
    {
        if (at == parser.Length)
        {
            return new Duty(source, when, holder, action, recipients, isEvery,
                Deadline: null) { IsAdvised = IsAdvised };
        }

        var deadline = lists.Deadline(at, out var end);
        return deadline is not null && lists.Ends(end)
            ? new Duty(source, when, holder, action, recipients, isEvery, deadline) { IsAdvised = IsAdvised }
            : FailAt(end, "a deadline, such as `immediately` or `within 1 school day`");
    }

    private bool IsAdvised => parser.Find("must") < 0;

    private Statement? FailAt(int at, string expected)
    {
        parser.Trail.Failed(at, expected);
        return Fail(parser.Length);
    }

    private Statement? Fail(int end)
    {
        diagnostics.Add(parser.Trail.Explain(new(parser.Book, parser), end));
        return null;
    }
}
