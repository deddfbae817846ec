using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Policy.Binding;

/// <summary>Reads what stands after "unless".</summary>
internal sealed class ExceptionParser(SentenceParser parser, PartParser parts)
{
    public IEnumerable<Reading> From(int at, int end) => From(at, end, joiner: null);

    private IEnumerable<Reading> From(int at, int end, string? joiner)
    {
        foreach (var item in Items(at, end))
        {
            yield return item;
            foreach (var next in new[] { "and", "or" })
            {
                if (!parser.Is(item.End, next))
                {
                    continue;
                }

                if (joiner is not null && joiner != next)
                {
                    parser.Trail.Failed(item.End, "one joining word");
                    continue;
                }

                foreach (var rest in From(item.End + 1, end, next))
                {
                    if (Join(item, rest, next) is { } joined)
                    {
                        yield return joined;
                    }
                }
            }
        }
    }

    private static Reading? Join(Reading item, Reading rest, string joiner)
    {
        if (joiner == "and")
        {
            return item.Then(rest);
        }

        return item.Parts.Length == 1 && rest.Parts.Length == 1
            ? new(rest.End, [AnyOf.Of(item.Parts[0].Atoms.Concat(rest.Parts[0].Atoms))])
            : null;
    }

    private IEnumerable<Reading> Items(int at, int end)
    {
        if (parts.Judged(at, end) is { } judged)
        {
            yield return judged;
        }

        var reached = at;
        foreach (var match in parser.Book.Clauses.At(parser.Words.AsSpan()[..end], at, ref reached))
        {
            var facet = match.Meaning.Concept.Facet;
            if (facet.Kind == FacetKind.Permission && !match.Meaning.IsSo)
            {
                parser.Trail.Refused(new ExceptionAsksForAbsence(parser.Span(at, at + match.Words.Length)));
            }
            else if (facet.Kind == FacetKind.Permission || facet.Section == "circumstance")
            {
                yield return new(at + match.Words.Length, [AnyOf.One(match.Meaning.Atom)]);
            }
        }

        parser.Trail.Failed(reached,
            "what lifts the rule, such as `the headteacher has approved it`, "
            + "or your own words between quotation marks, for a person to judge");
        var start = parser.Is(at, "it", "is") ? at + 2 : at;
        foreach (var part in parts.From(start, end).Where(reading => reading.End > start))
        {
            if (part.Parts.Any(any => any.Atoms.Any(atom => atom.Facet.Kind == FacetKind.Permission && atom.Values == Facet.No)))
            {
                parser.Trail.Refused(new ExceptionAsksForAbsence(parser.Span(start, part.End)));
            }
            else
            {
                yield return part;
            }
        }
    }
}
