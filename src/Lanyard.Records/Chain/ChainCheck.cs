using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Chain;

/// <summary>Checks a chain, entry by entry.</summary>
public static class ChainCheck
{
    /// <summary>Reads a chain from its beginning and names the first entry that does not hold.</summary>
    public static async Task<ChainReport> RunAsync(OrganisationId organisation, IAsyncEnumerable<Entry> entries, CancellationToken cancel)
    {
        var (count, head) = (0L, "");
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            var problem = Problem(entry, count, head);
            if (problem.Length > 0)
            {
                return new(organisation, count, head, entry.Sequence, problem);
            }

            (count, head) = (count + 1, entry.Hash);
        }

        return new(organisation, count, head, BrokenAt: null, Problem: "");
    }

    private static string Problem(Entry entry, long count, string head) =>
        entry.Sequence != count + 1 ? $"entry {count + 1} is missing"
        : entry.Previous != head ? "it does not follow the entry before it"
        : entry.Hash != ChainHash.Of(entry) ? "it was changed after it was written"
        : "";
}
