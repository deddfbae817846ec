using Lanyard.Records.Chain;
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
