using System.Threading.Channels;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Features.Notices.SendLetters;
using Lanyard.Workflows.Notices;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Features.Notices.PlanNotices;

/// <summary>Plans the notices of every organisation: at the start, at the beginning of every day, and after what changes them.</summary>
/// <remarks>
/// At the start, an organisation is passed over if its record is as it was when it was last planned on the same day. The work is
/// done piece by piece with rests between, so that the pages stay as quick as they are without it.
/// </remarks>
internal sealed class NoticePlanning(
    RecordBook book, NoticeReader reader, NoticeBook notices, LetterBell bell, TimeProvider clock, IHostApplicationLifetime life, ILogger<NoticePlanning> log) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(5);

    private const int AtOnce = 50; // notices in one transaction, so that nobody else waits long to write

    private readonly Pace _pace = new();
    private readonly Channel<OrganisationId> _changed = Channel.CreateUnbounded<OrganisationId>(new() { SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        book.HasWritten += Note;
        try
        {
            await life.StartedAsync(stoppingToken);
            await RunAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // What is not planned yet is planned at the next start.
        }
        finally
        {
            book.HasWritten -= Note;
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var day = UkTime.DayOf(clock.GetUtcNow());
            var isSound = await EverybodyAsync(stop);
            var until = isSound ? UkTime.EndOf(day) + TimeSpan.FromTicks(1) : clock.GetUtcNow() + PauseAfterFault;
            while (await ChangedAsync(until, stop) is { Count: > 0 } changed)
            {
                foreach (var organisation in changed)
                {
                    isSound &= await PlanAsync(organisation, stop);
                }

                until = isSound ? until : Earlier(until, clock.GetUtcNow() + PauseAfterFault);
            }
        }
    }

    // A fault that left this loop would stop the whole server, so none does.
    private async Task<bool> EverybodyAsync(CancellationToken stop)
    {
        try
        {
            var isSound = true;
            foreach (var organisation in (await book.Store.OrganisationsAsync(stop)).Where(id => id != Installation.Partition))
            {
                isSound &= await PlanAsync(organisation, stop);
            }

            return isSound;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "The organisations could not be read; it is tried again in {Minutes} minutes.", PauseAfterFault.TotalMinutes);
            return false;
        }
    }

    // Catches whatever goes wrong in one organisation, for neither the others nor the pages may suffer from it.
    private async Task<bool> PlanAsync(OrganisationId organisation, CancellationToken stop)
    {
        try
        {
            var now = clock.GetUtcNow();
            var asOf = new Planned(UkTime.DayOf(now), (await book.Store.Read(organisation).HeadAsync(stop)).Sequence); // read first: what is written from now on is planned again
            if (!await notices.IsPlannedAsync(organisation, asOf, stop))
            {
                _pace.Begin();
                await PlanAsync(organisation, asOf, now, stop);
            }

            return true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "The notices of organisation {Organisation} could not be planned; it is tried again in {Minutes} minutes.", organisation, PauseAfterFault.TotalMinutes);
            return false;
        }
    }

    private async Task PlanAsync(OrganisationId organisation, Planned asOf, DateTimeOffset now, CancellationToken stop)
    {
        var data = await reader.ReadAsync(organisation, asOf.Day, stop);
        foreach (var turned in NoticePlanner.Turned(data).GroupBy(key => !data.Over.Contains(key)))
        {
            foreach (var some in turned.Chunk(AtOnce))
            {
                await notices.TurnAsync(organisation, some, isOver: turned.Key, stop);
                await _pace.RestAsync(stop);
            }
        }

        foreach (var some in NoticePlanner.Plan(data).Chunk(AtOnce))
        {
            await notices.AddAsync(organisation, some, now, stop);
            bell.Ring();
            await _pace.RestAsync(stop);
        }

        await notices.SetPlannedAsync(organisation, asOf, stop);
        await _pace.RestAsync(stop);
    }

    // The organisations that changed before a moment, each once; none when the moment has come.
    private async Task<IReadOnlyCollection<OrganisationId>> ChangedAsync(DateTimeOffset until, CancellationToken stop)
    {
        var changed = new HashSet<OrganisationId>();
        await clock.WaitAsync(_changed.Reader.WaitToReadAsync, until, stop);
        while (until > clock.GetUtcNow() && _changed.Reader.TryRead(out var organisation))
        {
            changed.Add(organisation);
        }

        return changed;
    }

    private void Note(object? sender, WrittenEventArgs written)
    {
        if (written.Events.Any(happened => happened is PolicyEvent or PersonEvent))
        {
            _changed.Writer.TryWrite(written.Organisation);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
