using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Chain;
using Lanyard.Records.Sealing;

namespace Lanyard.Records.Tree;

/// <summary>Seals each entry of an organisation with a code (HMAC-SHA-256 over its hash) that only who has the master
/// key can make. The key is not in the store.</summary>
internal sealed class EntrySeal(MasterKey master, OrganisationId organisation)
{
    private readonly byte[] _key = master.Derive($"lanyard-entries-1 {organisation}");

    /// <summary>The code of an entry, in lower-case hexadecimal.</summary>
    public string Of(string entryHash) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(entryHash)));

    /// <summary>Whether an entry bears its code.</summary>
    public bool Fits(Entry entry) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(entry.Mac ?? ""), Encoding.ASCII.GetBytes(Of(entry.Hash)));
}
