using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Policy.Binding;
using Lanyard.Policy.Binding.Statements;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;
using Lanyard.Policy.References;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Analysis;

/// <summary>Finds what a document should put right although it runs: reviews overdue, law repealed, platforms gone.</summary>
public sealed class Linter
{
    private readonly CompilationResult _result;
    private readonly DateOnly _today;
    private readonly List<Diagnostic> _found;

    private Linter(CompilationResult result, DateOnly today)
    {
        (_result, _today) = (result, today);
        _found = [.. result.Diagnostics];
    }

    private FrontMatter Front => _result.Bound.Document.FrontMatter;

    /// <summary>Everything that is wrong with a policy, in the order of its text.</summary>
    /// <param name="result">What compiling it gave.</param>
    /// <param name="today">The day to count from.</param>
    public static ImmutableArray<Diagnostic> Check(CompilationResult result, DateOnly today) => new Linter(result, today).Check();

    private ImmutableArray<Diagnostic> Check()
    {
        _found.AddRange(new ProseLinter(_result.Bound, ReferenceBook.Shipped).Check());
        if (!_result.Diagnostics.Any(diagnostic => diagnostic is FrontMatterMissing or FrontMatterUnreadable or NestedTooDeep or TooManyBrackets))
        {
            CheckReview();
            CheckRatification();
            CheckDates();
        }

        // Statements that could not be read might be the very ones that these would miss.
        if (_result.Policy is not null)
        {
            CheckRoutes();
            CheckScope();
        }

        return [.. _found.OrderBy(diagnostic => diagnostic.Where.Start).ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)];
    }

    private void CheckReview()
    {
        var reviews = _result.Bound.Statements.OfType<Reviewed>().ToList();
        if (reviews.Count == 0)
        {
            if (_result.Policy is not null)
            {
                _found.Add(new ReviewMissing(Front.Where));
            }

            return;
        }

        if ((Front.Reviewed ?? Front.History.LastOrDefault(version => version.Date is not null)?.Date) is not { } last)
        {
            _found.Add(new ReviewUndated(Line(reviews[0].Source.Where)));
        }
        else if (reviews[0].Every.After(last.Last) is var due && due < _today)
        {
            _found.Add(new ReviewOverdue(Line(reviews[0].Source.Where), due.ToString("MMMM yyyy", CultureInfo.InvariantCulture), last.ToString()));
        }
    }

    private void CheckRatification()
    {
        var isRatified = Front.History.Any(version =>
            version.Action.Contains("ratified", StringComparison.OrdinalIgnoreCase) && version.Date is not null && (version.Version.Length == 0 || version.Version == Front.Version));
        if (!isRatified)
        {
            _found.Add(new RatificationMissing(Front.Where, Front.Version));
        }
    }

    // A month has come once its first day has.
    private void CheckDates()
    {
        if (Front.Reviewed is { } reviewed && reviewed.First > _today)
        {
            _found.Add(new FutureDate(Front.Where, "the last review", reviewed.ToString()));
        }

        _found.AddRange(Front.History.Where(version => version.Date is { } date && date.First > _today)
            .Select(version => new FutureDate(version.Where, version.Action.Length == 0 ? "a version" : $"`{version.Action}`", $"{version.Date}")));
    }

    private void CheckRoutes()
    {
        var duties = _result.Bound.Statements.OfType<Duty>().ToList();
        if (!duties.Exists(duty => duty.Recipients.Contains("designated safeguarding lead")))
        {
            _found.Add(new NoSafeguardingRoute(Front.Where));
        }

        _found.AddRange(duties.Where(duty => duty.Action == DutyAction.Report && duty.Recipients.IsEmpty).Select(duty => new ReportGoesNowhere(Line(duty.Source.Where))));
    }

    private void CheckScope()
    {
        var scopes = _result.Bound.Statements.OfType<AppliesTo>().ToList();
        if (scopes.Count == 0)
        {
            return;
        }

        var lexicon = _result.Bound.Book.Lexicon;
        var inside = scopes.Aggregate(lexicon.Concept(lexicon.Actor, "organisation").Values, (set, scope) => set | scope.Who);
        var phrasing = new Phrasing(_result.Bound.Book);
        foreach (var conduct in _result.Bound.Statements.OfType<Conduct>())
        {
            var who = conduct.When.Parts[0].Atoms[0].Values;
            if ((who & ~inside) is var outside && outside != 0)
            {
                _found.Add(new OutOfScope(Line(conduct.Source.Where), phrasing.Nouns(lexicon.Actor, outside), Line(scopes[0].Source.Where)));
            }
        }
    }

    private static SourceSpan Line(SourceSpan where)
    {
        var newline = where.Text.IndexOf('\n', StringComparison.Ordinal);
        return newline < 0 ? where : where with { Length = newline };
    }
}
