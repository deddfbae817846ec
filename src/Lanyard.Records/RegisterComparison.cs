using System.Security.Cryptography;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records;

/// <summary>Compares the registers of an organisation, as they lie in the store, with what its chain makes of
/// them.</summary>
/// <param name="seal">How the rows lie there; <see langword="null"/> if they lie open.</param>
internal sealed class RegisterComparison(RowSeal? seal)
{
    /// <summary>The rows and the terms that differ, by name.</summary>
    /// <param name="reader">The organisation, at one moment.</param>
    /// <param name="happenings">Everything that happened in it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<string>> RunAsync(IRecordReader reader, IAsyncEnumerable<Happening> happenings,
        CancellationToken cancel)
    {
        try
        {
            var kept = await KeptAsync(reader, cancel);
            var made = Made(await Replay.RowsAsync(happenings, cancel));
            return [.. kept.Keys.Union(made.Keys, StringComparer.Ordinal)
                .Where(key => kept.GetValueOrDefault(key) != made.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal)];
        }
        catch (UnknownKindException)
        {
            return []; // the check of the chain names the entry; without it there is nothing to compare with
        }
        catch (SealBrokenException problem)
        {
            return [$"{problem.Row} (changed in the file, or put there by somebody else)"];
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return ["a key that seals what is kept of somebody, which cannot be opened any more"];
        }
        catch (Exception problem) when (ChainCheck.IsUnreadable(problem))
        {
            return [$"a row that cannot be read ({problem.Message})"];
        }
    }

    private static async Task<Dictionary<string, string>> KeptAsync(IRecordReader reader, CancellationToken cancel)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var register in Registers.All)
        {
            foreach (var row in await reader.ListAsync(new(register.Name), cancel))
            {
                rows[row.Key] = Told(row);
            }

            foreach (var entry in await reader.IndexAsync(register.Name, cancel))
            {
                rows[Told(entry.Key, entry.Term)] = entry.Sort;
            }
        }

        return rows;
    }

    private Dictionary<string, string> Made(IEnumerable<(IRegister Register, Row Row)> rows)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (register, row) in rows)
        {
            made[row.Key] = Told(row);
            foreach (var term in row.Terms)
            {
                made[Told(row.Key, seal?.Term(register.Name, term) ?? term)] = seal is null ? row.Sort
                    : RowSeal.OpenOrder(register.Name, row.Sort);
            }
        }

        return made;
    }

    private static string Told(Row row) => $"{row.Version} {row.Sort} {row.Body}";

    private static string Told(string key, string term) => $"{key} under {term}";
}
