using Lanyard.Records;
using Lanyard.Records.Storage;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Proves that the server can write, by writing; for however many ask, not more often than every two
/// seconds.</summary>
internal sealed class Readiness(RecordBook book, TimeProvider clock) : IDisposable
{
    /// <summary>The register that is written to.</summary>
    public const string Register = "readiness";

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (long At, string Problem)? _last;

    /// <summary>Why nothing can be written; empty if it can.</summary>
    public async Task<string> ProblemAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_last is not { } last || clock.GetElapsedTime(last.At) > Lasts)
            {
                last = (clock.GetTimestamp(), await TryAsync());
                _last = last;
            }

            return last.Problem;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<string> TryAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await using var write = await book.Store.WriteAsync(Installation.Partition, patience.Token);
            await write.PutAsync(Register, new("last", $"\"{clock.GetUtcNow():O}\"", Version: 1, Sort: "", Terms: []),
                patience.Token);
            await write.CommitAsync(patience.Token);
            return "";
        }
        catch (OperationCanceledException)
        {
            return new NotWrittenException(NotWrittenCause.Busy).Message;
        }
        catch (NotWrittenException problem)
        {
            return problem.Message;
        }
    }
}
