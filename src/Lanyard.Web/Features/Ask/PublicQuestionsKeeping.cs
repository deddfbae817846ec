using Lanyard.Records.Storage;
using Microsoft.Extensions.Hosting;

namespace Lanyard.Web.Features.Ask;

/// <summary>Keeps the counts of public questions every few seconds, and when the server stops.</summary>
internal sealed class PublicQuestionsKeeping(PublicQuestions questions, TimeProvider clock,
    ILogger<PublicQuestionsKeeping> log) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => _ = TryAsync(), state: null, Pause, Pause);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        await TryAsync();
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TryAsync()
    {
        try
        {
            await questions.KeepAsync(CancellationToken.None);
        }
        catch (NotWrittenException problem)
        {
            log.LogWarning(problem, "The count of public questions could not be kept yet.");
        }
        catch (ObjectDisposedException)
        {
            // The server has stopped meanwhile.
        }
    }
}
