using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Features.Checkpoints;
using Lanyard.Web.Features.Checkpoints.SendCheckpoints;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Lanyard.Web.Tests.Features.Checkpoints;

/// <summary>The application with the demonstration trust, whose rounds a test turns. It can be stopped and started again
/// otherwise on the same folder.</summary>
internal sealed class CheckpointServer : IAsyncDisposable
{
    private WebApplication? _app;

    public string Folder { get; } = Directory.CreateTempSubdirectory("lanyard-checkpoints-").FullName;

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    public string Address => _app!.Urls.First(); // started before every test

    public RecordBook Book => _app!.Services.GetRequiredService<RecordBook>(); // and here

    public OrganisationId Trust { get; private set; }

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async Task StartAsync(Func<ServerOptions, ServerOptions>? how = null)
    {
        var options = new ServerOptions { DataFolder = Folder, Urls = "http://127.0.0.1:0", IsDemo = true, Clock = Clock,
            MailFrom = "lanyard@school.example" };
        _app = await LanyardServer.BuildAsync(how?.Invoke(options) ?? options, None);
        await _app.StartAsync(None);
        Trust = (await Book.Store.OrganisationsAsync(None)).Single(id => id != Installation.Partition);
    }

    public Task RoundAsync() => _app!.Services.GetRequiredService<CheckpointRounds>().RunAsync(None); // started before

    public async Task<KeptCheckpoint?> LastAsync() =>
        (await _app!.Services.GetRequiredService<CheckpointBook>().LastAsync(Trust, None))?.Value; // started before

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
