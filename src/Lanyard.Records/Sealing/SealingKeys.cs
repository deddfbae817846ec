using Lanyard.Records.Storage;

namespace Lanyard.Records.Sealing;

/// <summary>The keys of an organisation's people and cases, each kept as a row, wrapped under the master key.</summary>
internal sealed class SealingKeys(MasterKey master, IRecordReader reader)
{
    public const string Register = "key";

    private readonly Dictionary<string, byte[]?> _known = new(StringComparer.Ordinal);

    /// <summary>A key, or <see langword="null"/> once it has been destroyed.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancel)
    {
        if (!_known.TryGetValue(name, out var key))
        {
            var row = await reader.FindAsync(Register, name, cancel);
            key = _known[name] = row is null ? null : master.Unwrap(row.Body, name);
        }

        return key;
    }

    /// <summary>A key, made if there is none yet.</summary>
    public async Task<byte[]> GetAsync(string name, IRecordTransaction transaction, CancellationToken cancel)
    {
        if (await FindAsync(name, cancel) is { } known)
        {
            return known;
        }

        var key = MasterKey.NewBytes();
        await transaction.PutAsync(Register, new(name, master.Wrap(key, name), Version: 1, Sort: "", Terms: []), cancel);
        _known[name] = key;
        return key;
    }
}
