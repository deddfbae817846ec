using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Web.Features.Ask;

/// <summary>Seals how far somebody has come, so that it can stand in an address.</summary>
/// <remarks>Nobody reads it there, and it opens only for the person for whom it was sealed, for a while.</remarks>
public sealed class SittingSeal(IDataProtectionProvider protection)
{
    private const int Longest = 6000; // characters: a longer address is not sent by every browser

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>Seals it for somebody, or for anybody who asks an organisation in public.</summary>
    public string Seal(Sitting sitting, OrganisationId organisation, Who? who)
    {
        using var bytes = new MemoryStream();
        using (var packed = new DeflateStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(packed, sitting);
        }

        return WebEncoders.Base64UrlEncode(Protector(organisation, who).Protect(bytes.ToArray(), Lasts));
    }

    /// <summary>Opens it; <see langword="null"/> if it is too old, somebody else's, or not ours.</summary>
    public Sitting? Open(string text, OrganisationId organisation, Who? who)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            var bytes = Protector(organisation, who).Unprotect(WebEncoders.Base64UrlDecode(text));
            using var packed = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Sitting>(packed);
        }
        catch (CryptographicException)
        {
            return null;
        }
        catch (FormatException)
        {
            return null; // it was cut off, or is not ours
        }
        catch (JsonException)
        {
            return null; // another version of Lanyard sealed it
        }
    }

    private ITimeLimitedDataProtector Protector(OrganisationId organisation, Who? who) =>
        protection.CreateProtector("Lanyard.Asking", $"{organisation}", who is null ? "anybody" : $"{who.Id}")
            .ToTimeLimitedDataProtector();
}
