using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>Reads the rows of an organisation that lie sealed.</summary>
/// <param name="inner">Where they lie.</param>
/// <param name="seal">How.</param>
internal sealed class SealedRows(IRecordReader inner, RowSeal seal)
{
    private const int FewestAtOnce = 100;
    private const string BeyondEveryKey = "\uffff";

    public async Task<Row?> FindAsync(string register, string key, CancellationToken cancel) =>
        await inner.FindAsync(register, key, cancel) is { } row ? Open(register, row) : null;

    public Task<long> CountAsync(string register, string? term, CancellationToken cancel) =>
        inner.CountAsync(register, Hidden(register, term), cancel);

    public async Task<IReadOnlyList<Row>> ListAsync(RowQuery query, CancellationToken cancel)
    {
        var hidden = query with { Term = Hidden(query.Register, query.Term) };
        return RowSeal.Covers(query.Register) && RowSeal.IsOrderPersonal(query.Register)
            ? await OfNamesAsync(query, hidden, cancel)
            : [.. (await inner.ListAsync(hidden, cancel)).Select(row => Open(query.Register, row))];
    }

    // Rows with the same first letters lie in no order, so all of them are read before any of them is given.
    private async Task<IReadOnlyList<Row>> OfNamesAsync(RowQuery query, RowQuery hidden, CancellationToken cancel)
    {
        var place = query.After is { } after
            ? new RowPlace(RowSeal.OpenOrder(query.Register, after.Sort), query.IsBackwards ? BeyondEveryKey : "")
            : null;
        var atOnce = Math.Max(query.Take, FewestAtOnce);
        var (whole, together) = (new List<Row>(), new List<Row>());
        while (whole.Count < query.Take)
        {
            var some = await inner.ListAsync(hidden with { After = place, Take = atOnce }, cancel);
            foreach (var row in some)
            {
                if (together.Count > 0 && RowSeal.OpenOrder(query.Register, together[0].Sort) != row.Sort)
                {
                    Move(together, whole, query);
                }

                together.Add(Open(query.Register, row));
            }

            if (some.Count < atOnce)
            {
                Move(together, whole, query);
                break;
            }

            place = new(some[^1].Sort, some[^1].Key);
        }

        return whole.Count <= query.Take ? whole : whole[..query.Take];
    }

    private static void Move(List<Row> together, List<Row> whole, RowQuery query)
    {
        var sign = query.IsBackwards ? -1 : 1;
        together.Sort((one, other) => sign * Compare(one.Sort, one.Key, other.Sort, other.Key));
        whole.AddRange(
            together.Where(row => query.After is not { } after
            || sign * Compare(row.Sort, row.Key, after.Sort, after.Key) > 0));
        together.Clear();
    }

    private static int Compare(string sort, string key, string otherSort, string otherKey) =>
        string.CompareOrdinal(sort, otherSort) is not 0 and var order ? order : string.CompareOrdinal(key, otherKey);

    private string? Hidden(string register, string? term) =>
        term is null || !RowSeal.Covers(register) ? term : seal.Term(register, term);

    private Row Open(string register, Row row) => RowSeal.Covers(register) ? seal.Open(register, row) : row;
}
