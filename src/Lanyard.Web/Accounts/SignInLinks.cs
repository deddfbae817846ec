using System.Security.Cryptography;
using System.Text;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Web.Accounts;

/// <summary>Links that work once and not for long.</summary>
public sealed class SignInLinks(RecordBook book, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private readonly KeptRows<SignInLink> _rows = new(book.Store, Installation.Partition, "link");

    /// <summary>Makes a link; what it answers is the secret in it, which is kept nowhere.</summary>
    public async Task<string> MakeAsync(SignInLink link, CancellationToken cancel)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        await _rows.TryPutAsync(Hash(secret), link, version: 0, [], sort: "", cancel);
        return secret;
    }

    /// <summary>What a secret opens, without using it up; <see langword="null"/> if nothing, or no longer.</summary>
    public async Task<SignInLink?> FindAsync(string secret, CancellationToken cancel) =>
        await _rows.FindAsync(Hash(secret), cancel) is { } kept && kept.Value.Ends >= clock.GetUtcNow() ? kept.Value : null;

    /// <summary>Uses a secret up: of two who try, one gets it.</summary>
    public async Task<SignInLink?> TakeAsync(string secret, CancellationToken cancel) =>
        await _rows.TakeAsync(Hash(secret), cancel) is { } link && link.Ends >= clock.GetUtcNow() ? link : null;

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
