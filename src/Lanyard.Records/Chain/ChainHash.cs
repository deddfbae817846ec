using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lanyard.Records.Chain;

/// <summary>The hash that ties an entry to the one before it.</summary>
/// <remarks>
/// SHA-256 over a JSON array of every field in a fixed order, so that a few lines in any language can check a chain
/// without Lanyard. The form is permanent: a change of it would make a second version, told apart by its first element.
/// </remarks>
public static class ChainHash
{
    private const string Version = "lanyard-chain-1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Default, Indented = false };

    /// <summary>The hash of an entry, in lower-case hexadecimal, from every other field of it.</summary>
    public static string Of(Entry entry) => Convert.ToHexStringLower(SHA256.HashData(Text(entry)));

    /// <summary>What is hashed: every other field of the entry, as a JSON array in UTF-8.</summary>
    public static ReadOnlySpan<byte> Text(Entry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            json.WriteStringValue(Version);
            json.WriteStringValue(entry.Previous);
            json.WriteStringValue(entry.Organisation.ToString());
            json.WriteNumberValue(entry.Sequence);
            json.WriteStringValue(entry.Kind);
            json.WriteStringValue(entry.Subject);
            json.WriteStringValue(entry.By?.ToString());
            json.WriteStringValue(Moment(entry.At));
            json.WriteStringValue(Moment(entry.RecordedAt));
            json.WriteStringValue(entry.PolicyHash);
            json.WriteStringValue(entry.Clause);
            json.WriteStringValue(entry.Body);
            json.WriteStringValue(entry.Sealed is { } bytes ? Convert.ToBase64String(bytes) : null);
            json.WriteStringValue(entry.KeyName);
            json.WriteEndArray();
        }

        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
    }

    /// <summary>A moment as the chain writes it: UTC, to the tick.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
