using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Calendar;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts.Tokens;

/// <summary>Keeps tokens. Of the secret only the hash is kept, so that whoever reads a backup cannot use it.</summary>
public sealed class TokenStore(RecordBook book, TimeProvider clock)
{
    /// <summary>With what every secret begins, so that a scanner of published files knows it.</summary>
    public const string Prefix = "lanyard_";

    /// <summary>How many tokens a person may have.</summary>
    public const int Most = 20;

    private const int SecretBytes = 32;

    private readonly KeptRows<AccessToken> _rows = new(book.Store, Installation.Partition, "token");

    /// <summary>Keeps a new token; what it answers is its secret, which is kept nowhere.</summary>
    public async Task<string> MakeAsync(AccessToken token, CancellationToken cancel)
    {
        var secret = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
        await _rows.TryPutAsync(Hash(secret), token, version: 0, [Term(token.Person)], Sort(token), cancel);
        return secret;
    }

    /// <summary>The token of a secret, and notes the day of its use; <see langword="null"/> if there is none, or no longer.</summary>
    public async Task<AccessToken?> UseAsync(string secret, CancellationToken cancel)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || await _rows.FindAsync(Hash(secret), cancel) is not { } kept || kept.Value.Expires < clock.GetUtcNow())
        {
            return null;
        }

        var today = UkTime.DayOf(clock.GetUtcNow());
        if (kept.Value.LastUsed != today)
        {
            await NoteUseAsync(kept, today, cancel);
        }

        return kept.Value;
    }

    // Of two at once, one notes it; and where nothing can be written, what is asked for can be read all the same.
    private async Task NoteUseAsync(Kept<AccessToken> kept, DateOnly today, CancellationToken cancel)
    {
        try
        {
            await _rows.TryPutAsync(kept.Place.Key, kept.Value with { LastUsed = today }, kept.Version,
                [Term(kept.Value.Person)], kept.Place.Sort, cancel);
        }
        catch (NotWrittenException)
        {
            // It is noted the next time.
        }
    }

    /// <summary>A person's tokens, oldest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> OfAsync(PersonId person, CancellationToken cancel) =>
        [.. (await _rows.ListAsync(cancel, Term(person))).Select(kept => kept.Value)];

    /// <summary>Ends one of a person's tokens; <see langword="false"/> if they have none of that id.</summary>
    public async Task<bool> RevokeAsync(PersonId person, Guid id, CancellationToken cancel)
    {
        foreach (var kept in (await _rows.ListAsync(cancel, Term(person))).Where(kept => kept.Value.Id == id))
        {
            return await _rows.TakeAsync(kept.Place.Key, cancel) is not null;
        }

        return false;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Term(PersonId person) => $"person={person}";

    private static string Sort(AccessToken token) => token.Made.UtcDateTime.ToString("O");
}
