using System.Collections.Immutable;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Syntax;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding.Scenarios;

/// <summary>Reads a line such as <c>→ conditional by 3.12: approval by the headteacher</c>.</summary>
internal static class ExpectationReader
{
    private static readonly (string Word, ExpectationKind Kind)[] Words =
    [
        ("not covered", ExpectationKind.Verdict), ("permitted", ExpectationKind.Verdict), ("advised against", ExpectationKind.Verdict),
        ("conditional", ExpectationKind.Verdict), ("undetermined", ExpectationKind.Verdict), ("prohibited", ExpectationKind.Verdict),
        ("duty", ExpectationKind.Duty), ("advice", ExpectationKind.Advice), ("procedure", ExpectationKind.Procedure),
        ("conflict", ExpectationKind.Conflict), ("due", ExpectationKind.Due), ("missing", ExpectationKind.Missing),
        ("complete", ExpectationKind.Complete), ("in scope", ExpectationKind.InScope), ("out of scope", ExpectationKind.OutOfScope),
        ("review overdue", ExpectationKind.Governance), ("reviewed", ExpectationKind.Governance), ("owned", ExpectationKind.Governance),
        ("ratified", ExpectationKind.Governance), ("read with", ExpectationKind.Governance), ("rests on", ExpectationKind.Governance),
        ("means", ExpectationKind.Governance),
    ];

    public static Expectation? Read(Sentence line, ImmutableHashSet<string> clauses, ICollection<Diagnostic> diagnostics)
    {
        var arrow = line.Tokens[0].Where;
        var from = arrow.End + arrow.Source.Content[arrow.End..line.Where.End].TakeWhile(char.IsWhiteSpace).Count();
        var text = arrow.Source.Content[from..line.Where.End].TrimEnd().TrimEnd('.');
        var word = Words.FirstOrDefault(word => StartsWith(text, word.Word));
        if (word.Word is null)
        {
            var length = text.IndexOfAny([' ', ':']) is var space and > 0 ? space : text.Length;
            diagnostics.Add(new UnknownExpectation(arrow.Source.Span(from, Math.Max(1, length))));
            return null;
        }

        var after = text[word.Word.Length..];
        var colon = after.IndexOf(": ", StringComparison.Ordinal);
        var by = (colon < 0 ? after : after[..colon]).Trim();
        ImmutableArray<string> details = colon < 0 ? [] : [.. Split(after[(colon + 2)..], ";")];
        var named = Clauses(by);
        foreach (var clause in named.Where(clause => !clauses.Contains(clause)))
        {
            var at = text.IndexOf(clause, word.Word.Length, StringComparison.Ordinal);
            diagnostics.Add(new UnknownClause(arrow.Source.Span(from + Math.Max(0, at), clause.Length), clause, [.. clauses]));
            return null;
        }

        return new(word.Kind, word.Word, named, details, new SourceSpan(arrow.Source, from, text.Length));
    }

    private static bool StartsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));

    private static ImmutableArray<string> Clauses(string by)
    {
        foreach (var lead in new[] { "by ", "between " })
        {
            if (by.StartsWith(lead, StringComparison.Ordinal))
            {
                return [.. Split(by[lead.Length..].Replace(" and ", ", ", StringComparison.Ordinal), ",")];
            }
        }

        return [];
    }

    private static string[] Split(string text, string separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray();
}
