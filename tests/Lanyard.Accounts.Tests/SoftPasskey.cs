using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts.Tests;

/// <summary>A device that makes one passkey and signs with it, as WebAuthn says, on a page of whichever origin.</summary>
internal sealed class SoftPasskey : IDisposable
{
    private const byte PresentAndVerified = 0b0000_0101;
    private const byte WithKey = 0b0100_0000;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _owner = "";

    /// <summary>What a browser sends when it is asked for a new passkey.</summary>
    public string Create(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        _owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!; // the page names one
        var place = asked.RootElement.GetProperty("rp").TryGetProperty("id", out var id) ? id.GetString()! : new Uri(origin).Host;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        byte[] key = [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!]; // a public key has both
        byte[] data = [.. Head(place, PresentAndVerified | WithKey), .. new byte[16], .. length, .. _id, .. key];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Answer(new()
        {
            ["clientDataJSON"] = Encode(Client(asked, "webauthn.create", origin)),
            ["attestationObject"] = Encode(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>What it sends when it is asked to show one.</summary>
    public string Show(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        var place = asked.RootElement.TryGetProperty("rpId", out var id) ? id.GetString()! : new Uri(origin).Host;
        var data = Head(place, PresentAndVerified);
        var client = Client(asked, "webauthn.get", origin);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new()
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = _owner,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encode(_id), ["rawId"] = Encode(_id), ["type"] = "public-key", ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static byte[] Head(string place, byte flags) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(place)), flags, 0, 0, 0, 0];

    private static byte[] Client(JsonDocument asked, string type, string origin) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type, ["challenge"] = asked.RootElement.GetProperty("challenge").GetString(), ["origin"] = origin, ["crossOrigin"] = false,
    }.ToJsonString());

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
