using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;
using Lanyard.Policy.References;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds stale references, hedges and unexplained abbreviations in what a policy says to people.</summary>
internal sealed partial class ProseLinter(BoundPolicy bound, ReferenceBook references)
{
    private readonly ImmutableArray<SourceSpan> _said =
    [
        .. bound.Document.Clauses.SelectMany(clause => clause.Prose.Concat(clause.Blocks.Where(block => block.Kind == BlockKind.Policy).Select(block => block.Content))),
    ];

    private readonly HashSet<string> _phrases = new(
        bound.Book.Lexicon.Concepts.SelectMany(concept => concept.Phrases)
            .Concat(bound.Book.Lexicon.Lists.Values.SelectMany(words => words.SelectMany(word => word.Phrases))), StringComparer.Ordinal);

    public IEnumerable<Diagnostic> Check()
    {
        var stale = _said.SelectMany(Stale).ToList();
        return stale.Concat(_said.SelectMany(WrongYears)).Concat(Prose.SelectMany(Hedges)).Concat(Abbreviations(stale));
    }

    private IEnumerable<SourceSpan> Prose => bound.Document.Clauses.SelectMany(clause => clause.Prose);

    private IEnumerable<Diagnostic> Stale(SourceSpan said)
    {
        var taken = new List<SourceSpan>();
        foreach (var reference in references.Stale.OrderByDescending(reference => reference.Words.Length))
        {
            foreach (var where in Find(said, reference.Words))
            {
                if (taken.Exists(other => other.Start <= where.Start && where.End <= other.End) || IsFormerName(where))
                {
                    continue;
                }

                taken.Add(where);
                yield return reference.Kind switch
                {
                    StaleKind.Law => new StaleLaw(where, reference.What, reference.Instead, reference.Source),
                    StaleKind.Guidance => new StaleGuidance(where, reference.What, reference.Instead, reference.Source),
                    StaleKind.Platform => new DeadPlatform(where, reference.What, reference.Instead, reference.Source),
                    _ => throw new ArgumentOutOfRangeException(nameof(said), reference.Kind, "There is no such kind of reference."),
                };
            }
        }
    }

    private IEnumerable<Diagnostic> WrongYears(SourceSpan said)
    {
        foreach (Match match in ActWithYear().Matches(said.Text))
        {
            var name = Plain(match.Groups["name"].Value);
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            var isStale = references.Stale.Any(reference => Plain(reference.Words).EndsWith($"{name} {year}", StringComparison.Ordinal));
            var namesakes = references.Acts.Where(act => name.EndsWith(Plain(act.Name), StringComparison.Ordinal)).ToList();
            if (namesakes.Count > 0 && !isStale && namesakes.TrueForAll(act => act.Year != year))
            {
                var act = namesakes.MaxBy(act => act.Name.Length)!; // there is at least one
                var where = said.Source.Span(said.Start + match.Index, match.Length);
                yield return new StaleLaw(where, $"there is no such Act of {year}", $"write \"{act.Name} {act.Year}\"", $"legislation.gov.uk; checked {references.CheckedOn}");
            }
        }
    }

    private IEnumerable<Diagnostic> Hedges(SourceSpan said) =>
        references.Hedges.SelectMany(hedge => Find(said, hedge)).Select(where => new VagueHedge(where));

    private IEnumerable<Diagnostic> Abbreviations(List<Diagnostic> stale)
    {
        var all = bound.Document.Source.Content;
        var known = new HashSet<string>(references.Abbreviations.Concat(Abbreviation().Matches(bound.Document.FrontMatter.Organisation).Select(match => match.Value)), StringComparer.Ordinal);
        foreach (var said in Prose)
        {
            foreach (Match match in Abbreviation().Matches(said.Text))
            {
                var where = said.Source.Span(said.Start + match.Index, match.Length);
                var isReported = stale.Exists(other => other.Where.Start <= where.Start && where.End <= other.Where.End);
                var isExplained = all.Contains($"({match.Value})", StringComparison.Ordinal) || _phrases.Contains(match.Value);
                if (!isReported && !isExplained && known.Add(match.Value))
                {
                    yield return new UndefinedAbbreviation(where, match.Value);
                }
            }
        }
    }

    private static IEnumerable<SourceSpan> Find(SourceSpan said, string words)
    {
        var text = said.Text;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                yield return said.Source.Span(said.Start + at, words.Length);
            }
        }
    }

    // "X (formerly Twitter)" knows that the name has changed.
    private static bool IsFormerName(SourceSpan where)
    {
        var before = where.Source.Content[Math.Max(0, where.Start - 20)..where.Start];
        return before.Contains("formerly", StringComparison.OrdinalIgnoreCase) || before.Contains("previously", StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string name) => string.Join(' ', name.ToLowerInvariant().Replace("counter terrorism", "counterterrorism", StringComparison.Ordinal)
        .Replace("-", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<name>(?:[A-Z][\w-]*,?\s+(?:(?:and|of|from|on|the)\s+)*){1,8}Act)\s+(?:of\s+)?(?<year>(?:19|20)\d\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ActWithYear();

    [GeneratedRegex(@"\b[A-Z]{2,6}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abbreviation();
}
