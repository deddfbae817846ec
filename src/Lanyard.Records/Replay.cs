using System.Runtime.CompilerServices;
using System.Text.Json;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Reads entries back as what happened, and folds the rows of registers from them.</summary>
internal static class Replay
{
    private static readonly Dictionary<string,
        IRegister> ByName = Registers.All.ToDictionary(register => register.Name, StringComparer.Ordinal);

    /// <summary>The register of a subject.</summary>
    public static IRegister RegisterOf(string subject) =>
        ByName[subject[..subject.IndexOf('/', StringComparison.Ordinal)]];

    /// <summary>What the entries hold, opened.</summary>
    public static async IAsyncEnumerable<Happening> OpenAsync(IAsyncEnumerable<Entry> entries, SealingKeys keys,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            yield return await OpenAsync(entry, keys, cancel);
        }
    }

    /// <summary>What an entry holds, opened; without its personal content if the key to that was destroyed.</summary>
    public static async Task<Happening> OpenAsync(Entry entry, SealingKeys keys, CancellationToken cancel)
    {
        // a body is never the word null
        var happened = (Event)JsonSerializer.Deserialize(entry.Body, EventKinds.TypeOf(entry.Kind), EventKinds.Json)!;
        if (happened is ISealedEvent personal && entry is { Sealed: { } bytes, KeyName: { } name }
            && await keys.FindAsync(name, cancel) is { } key)
        {
            happened =
                personal.WithContent(
                    JsonSerializer.Deserialize(Seal.Open(key, bytes, entry.Subject), personal.ContentType,
                    EventKinds.Json));
        }

        return new(happened, entry.By, entry.At, entry.RecordedAt, entry.Sequence);
    }

    /// <summary>The row of a register as it is kept.</summary>
    public static Row RowOf(IRegister register, string subject, object row, long version) =>
        new(subject, JsonSerializer.Serialize(row, register.RowType, EventKinds.Json), version, register.Sort(row),
            [.. register.Terms(row)]);

    /// <summary>Every row that the chain of an organisation makes, by its subject. Nothing is written.</summary>
    public static async Task<IEnumerable<(IRegister Register,
        Row Row)>> RowsAsync(IAsyncEnumerable<Happening> happenings, CancellationToken cancel)
    {
        var rows = new Dictionary<string, (object Row, long Version)>(StringComparer.Ordinal);
        await foreach (var happening in happenings.WithCancellation(cancel))
        {
            var subject = happening.Event.Subject;
            if (RegisterOf(subject).After(rows.GetValueOrDefault(subject).Row, happening) is { } row)
            {
                rows[subject] = (row, happening.Sequence);
            }
            else
            {
                rows.Remove(subject);
            }
        }

        return rows.Select(each =>
            (RegisterOf(each.Key), RowOf(RegisterOf(each.Key), each.Key, each.Value.Row, each.Value.Version)));
    }
}
