using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;

namespace Lanyard.Web.Features.Ask;

/// <summary>Counts what is asked in public, day by day and verdict by verdict. Nothing of a question goes into the
/// record, which can never be made smaller.</summary>
/// <remarks>Counts are held in memory and kept every few seconds, so a question writes nothing; a crash loses those of
/// the last few seconds.</remarks>
public sealed class PublicQuestions(RecordBook book, TimeProvider clock)
{
    private const string Register = "public-questions";
    private const string DayForm = "yyyy-MM-dd";

    private readonly ConcurrentDictionary<(OrganisationId Organisation, DateOnly Day, string Verdict),
        long> _waiting = new();

    /// <summary>Counts an answer.</summary>
    public void Count(OrganisationId organisation, string verdict) =>
        _waiting.AddOrUpdate((organisation, UkTime.DayOf(clock.GetUtcNow()), verdict), 1, (_, count) => count + 1);

    /// <summary>Keeps what was counted. What cannot be kept now is kept the next time.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        foreach (var organisation in _waiting.Keys.Select(key => key.Organisation).Distinct().ToList())
        {
            var taken = _waiting.Keys.Where(key => key.Organisation == organisation)
                .Select(key => (Key: key, Count: _waiting.TryRemove(key, out var count) ? count : 0)).ToList();
            var isKept = false;
            try
            {
                await KeepAsync(organisation, [.. taken.Select(each => (each.Key.Day, each.Key.Verdict, each.Count))],
                    cancel);
                isKept = true;
            }
            finally
            {
                foreach (var (key, count) in isKept ? [] : taken)
                {
                    _waiting.AddOrUpdate(key, count, (_, since) => since + count);
                }
            }
        }
    }

    /// <summary>How many answers were given in public in the year up to a day, by verdict.</summary>
    public async Task<ImmutableSortedDictionary<string,
        long>> OfYearAsync(OrganisationId organisation, DateOnly until, CancellationToken cancel)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var kept = (await Rows(organisation).ListAsync(cancel)).Select(each => each.Value);
        var waiting = _waiting.Where(each => each.Key.Organisation == organisation)
            .Select(each =>
                new PublicDay(each.Key.Day, ImmutableSortedDictionary<string,
                long>.Empty.Add(each.Key.Verdict, each.Value)));
        foreach (var (verdict, count) in kept.Concat(waiting)
            .Where(day => day.Day <= until && day.Day > until.AddYears(-1)).SelectMany(day => day.Answers))
        {
            counts[verdict] = counts.GetValueOrDefault(verdict) + count;
        }

        return counts.ToImmutable();
    }

    private async Task KeepAsync(OrganisationId organisation,
        IReadOnlyCollection<(DateOnly Day, string Verdict, long Count)> counted, CancellationToken cancel)
    {
        await using var write = await book.Store.WriteAsync(organisation, cancel);
        var rows = Rows(organisation);
        foreach (var day in counted.GroupBy(each => each.Day))
        {
            var key = day.Key.ToString(DayForm, CultureInfo.InvariantCulture);
            var answers = (await rows.FindAsync(write, key, cancel))?.Value.Answers ?? ImmutableSortedDictionary<string,
                long>.Empty;
            answers = day.Aggregate(answers,
                (all, each) => all.SetItem(each.Verdict, all.GetValueOrDefault(each.Verdict) + each.Count));
            await rows.PutAsync(write, key, new(day.Key, answers), [], sort: key, cancel);
        }

        await write.CommitAsync(cancel);
    }

    private KeptRows<PublicDay> Rows(OrganisationId organisation) => new(book.Store, organisation, Register);
}
