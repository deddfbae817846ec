using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Calendar;

namespace Lanyard.Workflows.Organisations;

/// <summary>Reads term dates and closures, one on each line, as schools publish them.</summary>
public static class TermDates
{
    private const int DaysOfAWeek = 7;
    private const int MostWeeks = 16;
    private const int LongestClosure = 100;

    /// <summary>The terms, by their first day.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="areSure">Whether it was said that terms of unusual length are right.</param>
    /// <returns>The terms, what is wrong, and whether it is asked if a length is right.</returns>
    public static (ImmutableArray<Term> Days, ImmutableArray<string> Problems, bool IsAsked) ReadTerms(
        string text, bool areSure)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var terms = ImmutableArray.CreateBuilder<Term>();
        var isAsked = false;
        foreach (var line in Lines(text))
        {
            if (!WrittenDays.TryRead(line, out var days, out var problem) || !days.IsRange)
            {
                problems.Add(
                    problem.Length > 0 ? problem
                    : $"\"{line}\" is not two days: write the first day, then \"to\", then the last day");
                continue;
            }

            var length = days.Last.DayNumber - days.First.DayNumber + 1;
            var isUnusual = length < DaysOfAWeek - 2 || length > MostWeeks * DaysOfAWeek; // Monday to Friday is a week
            isAsked |= isUnusual;
            if (isUnusual && !areSure)
            {
                problems.Add(
                    $"\"{line}\" is {Length(length)} long. Correct it, or tick the box below the dates if it is right");
            }

            terms.Add(new(days.First, days.Last));
        }

        var ordered = terms.OrderBy(term => term.FirstDay).ToImmutableArray();
        problems.AddRange(ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.FirstDay <= pair.First.LastDay)
            .Select(pair =>
                $"The term from {InWords(pair.Second.FirstDay)} begins before the one from "
                    + $"{InWords(pair.First.FirstDay)} has ended"));
        return (ordered, problems.ToImmutable(), isAsked);
    }

    /// <summary>The closures, each with its first and last day.</summary>
    public static (ImmutableArray<WrittenDays> Days, ImmutableArray<string> Problems) ReadClosures(string text)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var closures = ImmutableArray.CreateBuilder<WrittenDays>();
        foreach (var line in Lines(text))
        {
            if (!WrittenDays.TryRead(line, out var days, out var problem))
            {
                problems.Add(problem);
            }
            else if (days.Last.DayNumber - days.First.DayNumber >= LongestClosure)
            {
                problems.Add($"\"{line}\" is longer than {LongestClosure} days: correct one of the two days");
            }
            else
            {
                closures.Add(days);
            }
        }

        return (closures.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Each day from the first to the last.</summary>
    public static IEnumerable<DateOnly> Each(WrittenDays days) =>
        Enumerable.Range(0, days.Last.DayNumber - days.First.DayNumber + 1).Select(days.First.AddDays);

    /// <summary>Days that follow one another, together.</summary>
    public static IEnumerable<Term> Runs(IEnumerable<DateOnly> days)
    {
        Term? run = null;
        foreach (var day in days.Order())
        {
            if (run is not null && run.LastDay.AddDays(1) < day)
            {
                yield return run;
                run = null;
            }

            run = run is null ? new(day, day) : run with { LastDay = day };
        }

        if (run is not null)
        {
            yield return run;
        }
    }

    /// <summary>A term in words.</summary>
    public static string InWords(Term term) =>
        term.FirstDay == term.LastDay ? InWords(term.FirstDay) : $"{InWords(term.FirstDay)} to {InWords(term.LastDay)}";

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Length(int days) =>
        days < DaysOfAWeek ? $"{days.ToString(CultureInfo.InvariantCulture)} {(days == 1 ? "day" : "days")}"
            : $"{(days / DaysOfAWeek).ToString(CultureInfo.InvariantCulture)} weeks";

    private static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
