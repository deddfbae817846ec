using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Domain.Organisations;

namespace Lanyard.Records.Chain;

/// <summary>Checks a chain, entry by entry.</summary>
public static class ChainCheck
{
    // Before times were kept in order, a clock that was set right by some seconds left entries a little before those
    // that they follow.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>Reads a chain and names the first entry that does not hold.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="entries">The entries, from the first, or from one that is trusted.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="trusted">The sequence of the entry that is trusted; 0 for none.</param>
    /// <param name="more">Says what else is wrong with an entry that holds; <see langword="null"/> for nothing
    /// else.</param>
    public static async Task<ChainReport> RunAsync(OrganisationId organisation, IAsyncEnumerable<Entry> entries,
        CancellationToken cancel, long trusted = 0, Func<Entry, string>? more = null)
    {
        var (count, head, last) = (Math.Max(trusted - 1, 0), "", DateTimeOffset.MinValue);
        var (back, unknown) = (new List<long>(), new List<string>());
        await using var each = entries.GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    return new(organisation, count, head, BrokenAt: null, Problem: "")
                    {
                        TimesGoBackAt = back,
                        Unknown = unknown,
                    };
                }
            }
            catch (Exception why) when (IsUnreadable(why))
            {
                return new(organisation, count, head, count + 1,
                    $"it cannot be read ({why.Message})") { TimesGoBackAt = back };
            }

            var entry = each.Current;
            var problem = trusted > 0 && entry.Sequence == trusted ? "" : Problem(entry, count, head);
            problem = problem.Length == 0 && more is not null ? more(entry) : problem;
            if (problem.Length > 0)
            {
                return new(organisation, count, head, entry.Sequence, problem) { TimesGoBackAt = back };
            }

            if (last - entry.RecordedAt > Leeway)
            {
                back.Add(entry.Sequence);
            }

            if (!EventKinds.IsKnown(entry.Kind))
            {
                unknown.Add($"entry {entry.Sequence} is a `{entry.Kind}`");
            }

            (count, head, last) = (count + 1, entry.Hash, entry.RecordedAt);
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
