using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.People;
using Lanyard.Records;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts;

/// <summary>Links that work once and not for long. Of a person's links only the newest works.</summary>
public sealed class SignInLinks(RecordBook book, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private readonly KeptRows<SignInLink> _rows = new(book.Store, Installation.Partition, "link");

    /// <summary>Makes a link in place of the person's earlier ones; what it answers is the secret in it, which is kept nowhere.</summary>
    public async Task<string> MakeAsync(SignInLink link, CancellationToken cancel)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        await _rows.PutInPlaceAsync(Hash(secret), link, Term(link.Person), cancel);
        return secret;
    }

    /// <summary>What a secret opens, without using it up; <see langword="null"/> if nothing, or no longer.</summary>
    public async Task<SignInLink?> FindAsync(string secret, CancellationToken cancel) =>
        await _rows.FindAsync(Hash(secret), cancel) is { } kept && kept.Value.Ends >= clock.GetUtcNow() ? kept.Value : null;

    /// <summary>Uses a secret up: of two who try, one gets it.</summary>
    public async Task<SignInLink?> TakeAsync(string secret, CancellationToken cancel) =>
        await _rows.TakeAsync(Hash(secret), cancel) is { } link && link.Ends >= clock.GetUtcNow() ? link : null;

    /// <summary>Ends a person's links.</summary>
    public async Task EndAsync(PersonId person, CancellationToken cancel) =>
        await _rows.RemoveAsync((await _rows.ListAsync(cancel, Term(person))).Select(kept => kept.Place.Key), cancel);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Term(PersonId? person) => $"person={person}"; // the first administrator is nobody yet, and has one link too
}
