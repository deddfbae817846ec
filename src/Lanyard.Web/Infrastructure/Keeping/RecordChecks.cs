using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Records.Chain;
using Lanyard.Records.Storage;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Checks the records: quickly at the start, and in full each night. Where the file or a chain is broken,
/// nothing more is written.</summary>
internal sealed class RecordChecks(RecordBook book, RecordState state, ILogger<RecordChecks> log)
{
    private const string Advice = "Pages can be read, and nothing is saved. Tell the person who looks after the "
        + "server: it needs a backup that is whole.";

    /// <summary>The file as far as a quick look tells, and the end of every chain.</summary>
    public Task QuicklyAsync(CancellationToken cancel) => RunAsync(isThorough: false, book.VerifyEndAsync, cancel);

    /// <summary>The file and its indexes, every chain, and every register against it.</summary>
    public Task ThoroughlyAsync(CancellationToken cancel) => RunAsync(isThorough: true,
        (organisation, stop) => book.VerifyAsync(organisation, stop), cancel);

    private async Task RunAsync(bool isThorough, Func<OrganisationId, CancellationToken, Task<ChainReport>> check,
        CancellationToken cancel)
    {
        var damage = (await book.Store.DamageAsync(isThorough, cancel)).ToList();
        try
        {
            foreach (var organisation in (await book.Store.OrganisationsAsync(cancel))
                .Where(id => id != Installation.Partition))
            {
                var report = await check(organisation, cancel);
                var found = report.IsWhole ? isThorough ? await book.CompareAsync(organisation, cancel) : []
                    : [report.BrokenAt is { } at ? $"Entry {at} of the record is broken: {report.Problem}." : report.Said];
                Note(organisation, report, found);
            }
        }
        catch (SystemException problem) when (ChainCheck.IsUnreadable(problem))
        {
            damage.Add(problem.Message);
        }

        if (isThorough)
        {
            damage.AddRange(await book.CompareAsync(Installation.Partition, cancel));
        }

        foreach (var how in damage)
        {
            if (log.IsEnabled(LogLevel.Critical))
            {
                log.LogCritical("The file of the records is damaged: {Damage}", how);
            }
        }

        state.Note(damage.Count > 0 ? [$"The file of the records is damaged. {Advice}"] : []);
        if (damage.Count > 0)
        {
            book.Store.RefuseWrites(NotWrittenCause.Damaged);
        }
    }

    private void Note(OrganisationId organisation, ChainReport report, IReadOnlyList<string> found)
    {
        foreach (var problem in found)
        {
            if (log.IsEnabled(LogLevel.Critical))
            {
                log.LogCritical("Organisation {Organisation}: {Problem}", organisation, problem);
            }
        }

        if (!report.IsWhole)
        {
            book.Store.RefuseWrites(NotWrittenCause.Damaged);
        }

        state.Note(organisation, found.Count == 0 ? [] : report.IsWhole
            ? [$"{found.Count} of the rows read on pages say something else than the record does. Tell the person "
                + "who looks after the server, who can name them with lanyard verify."]
            : [$"{found[0]} {Advice}"]);
    }
}
