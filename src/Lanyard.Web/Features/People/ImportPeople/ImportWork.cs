using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Features.Notices;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>Imports what was confirmed, one file after the other, and goes on after a restart with what was not
/// finished.</summary>
internal sealed class ImportWork(
    RecordBook book, ImportShelf shelf, ImportQueue queue, IServiceScopeFactory scopes, IHostApplicationLifetime life,
    ILogger<ImportWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        await GoOnAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await WorkAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // ends with the server
    }

    private async Task GoOnAsync(CancellationToken stop)
    {
        foreach (var organisation in
            (await book.Store.OrganisationsAsync(stop)).Where(id => id != Installation.Partition))
        {
            foreach (var name in await shelf.RunningAsync(organisation, stop))
            {
                _ = queue.Add(organisation, name);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach (var (organisation, name) in queue.ReadAsync(stop))
        {
            var work = RunAsync(organisation, name, stop);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (work.IsFaulted)
            {
                log.LogError(work.Exception, "The import {Name} of organisation {Organisation} stopped.", name,
                    organisation);
                await shelf.StopAsync(organisation, name, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            queue.End(name);
        }
    }

    private async Task RunAsync(OrganisationId organisation, string name, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(organisation, name, stop);
    }
}
