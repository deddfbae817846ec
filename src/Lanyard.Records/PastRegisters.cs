using Lanyard.Records.Chain;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>The registers of an organisation as they were at a moment, replayed from its record.</summary>
public sealed class PastRegisters
{
    private static readonly Dictionary<string, IRegister> ByName = Registers.All.ToDictionary(register => register.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, object> _rows = new(StringComparer.Ordinal);

    /// <summary>The end of the chain at that moment: it proves what the registers were read from.</summary>
    public ChainHead Head { get; private set; } = new(0, "");

    /// <summary>The rows of a register, in its order.</summary>
    public IReadOnlyList<TRow> List<TRow>()
        where TRow : class
    {
        var rows = _rows.Values.OfType<TRow>().ToList();
        var register = ByName.Values.First(register => register.RowType == typeof(TRow));
        return [.. rows.OrderBy(register.Sort, StringComparer.Ordinal)];
    }

    /// <summary>A row; <see langword="null"/> if there was none then.</summary>
    public TRow? Find<TRow>(string subject)
        where TRow : class =>
        _rows.GetValueOrDefault(subject) as TRow;

    /// <summary>How far the chain had been written by a moment: the sequence of the last entry.</summary>
    internal static async Task<long> LastByAsync(IRecordReader reader, DateTimeOffset moment, DateTimeOffset now,
        CancellationToken cancel)
    {
        if (moment >= now)
        {
            return (await reader.HeadAsync(cancel)).Sequence;
        }

        var (last, sure) = (0L, DateTimeOffset.MinValue);
        await foreach (var entry in reader.EntriesAsync(1, cancel))
        {
            sure = entry.RecordedAt <= now ? entry.RecordedAt : sure;
            var written = entry.RecordedAt <= now || entry.At < sure ? sure : entry.At;
            last = written <= moment ? entry.Sequence : last;
        }

        return last;
    }

    internal void Add(Happening happening, ChainHead head)
    {
        var subject = happening.Event.Subject;
        var register = ByName[subject[..subject.IndexOf('/', StringComparison.Ordinal)]];
        if (register.After(_rows.GetValueOrDefault(subject), happening) is { } row)
        {
            _rows[subject] = row;
        }
        else
        {
            _rows.Remove(subject);
        }

        Head = head;
    }
}
