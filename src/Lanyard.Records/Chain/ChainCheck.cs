using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Chain;

/// <summary>Checks a chain, entry by entry.</summary>
public static class ChainCheck
{
    /// <summary>Reads a chain from its beginning and names the first entry that does not hold.</summary>
    public static async Task<ChainReport> RunAsync(OrganisationId organisation, IAsyncEnumerable<Entry> entries, CancellationToken cancel)
    {
        var (count, head) = (0L, "");
        await using var each = entries.GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    return new(organisation, count, head, BrokenAt: null, Problem: "");
                }
            }
            catch (Exception why) when (IsUnreadable(why))
            {
                return new(organisation, count, head, count + 1, $"it cannot be read ({why.Message})");
            }

            var entry = each.Current;
            var problem = Problem(entry, count, head);
            if (problem.Length > 0)
            {
                return new(organisation, count, head, entry.Sequence, problem);
            }

            (count, head) = (count + 1, entry.Hash);
        }
    }

    /// <summary>Whether something failed because what is kept is not of the form in which it was written.</summary>
    /// <remarks>For checks only, which report it. A body that says null, or a kind that nobody knows, fails only where it is used, so those failures count too; being cancelled or out of memory never does.</remarks>
    public static bool IsUnreadable(Exception problem) =>
        problem is DbException or DataException or InvalidCastException or FormatException or ArgumentException or OverflowException or JsonException or CryptographicException or KeyNotFoundException or NullReferenceException;

    private static string Problem(Entry entry, long count, string head) =>
        entry.Sequence != count + 1 ? $"entry {count + 1} is missing"
        : entry.Previous != head ? "it does not follow the entry before it"
        : entry.Hash != ChainHash.Of(entry) ? "it was changed after it was written"
        : "";
}
