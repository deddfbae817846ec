using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;

namespace Lanyard.Records;

/// <summary>Destroys a key, and with it all that was sealed under it: in the chain at once, and in the registers by
/// folding them again.</summary>
internal sealed class Erasure(MasterKey master, string keyName)
{
    private const int TraceLength = 60; // of a sealed text: enough to be found by, and never cut by the end of a page

    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);
    private readonly List<string> _traces = [];
    private long _seen;

    /// <summary>What must be found nowhere afterwards.</summary>
    public IReadOnlyCollection<string> Traces => _traces;

    /// <summary>Looks for what was sealed under the key, from where it stopped looking.</summary>
    public async Task LookAsync(IRecordReader reader, CancellationToken cancel)
    {
        await foreach (var entry in reader.EntriesAsync(_seen + 1, cancel))
        {
            _seen = entry.Sequence;
            if (entry.KeyName == keyName)
            {
                _subjects.Add(entry.Subject);
            }
        }
    }

    /// <summary>Destroys the key and folds again what was sealed under it; false if there is no such key any
    /// more.</summary>
    public async Task<bool> RunAsync(IRecordTransaction transaction, IRecordReader asItLies, CancellationToken cancel)
    {
        await LookAsync(transaction, cancel);
        if (await transaction.FindAsync(SealingKeys.Register, keyName, cancel) is not { } key)
        {
            return false;
        }

        _traces.Add(Trace(key.Body));
        await transaction.RemoveAsync(SealingKeys.Register, keyName, cancel);
        foreach (var subject in _subjects)
        {
            await FoldAgainAsync(transaction, asItLies, subject, cancel);
        }

        return true;
    }

    private async Task FoldAgainAsync(IRecordTransaction transaction, IRecordReader asItLies, string subject,
        CancellationToken cancel)
    {
        var register = Replay.RegisterOf(subject);
        if (await asItLies.FindAsync(register.Name, subject, cancel) is { } before)
        {
            _traces.Add(Trace(before.Body));
        }

        var (row, version) = ((object?)null, 0L);
        await foreach (
            var happening in Replay.OpenAsync(transaction.EntriesAboutAsync(subject, cancel), new(master, transaction),
            cancel))
        {
            (row, version) = (register.After(row, happening), happening.Sequence);
        }

        await (row is null ? transaction.RemoveAsync(register.Name, subject, cancel)
            : transaction.PutAsync(register.Name, Replay.RowOf(register, subject, row, version), cancel));
    }

    private static string Trace(string body)
    {
        var text = body.StartsWith(RowSeal.Mark, StringComparison.Ordinal) ? body[RowSeal.Mark.Length..] : body;
        return text[..Math.Min(text.Length, TraceLength)];
    }
}
