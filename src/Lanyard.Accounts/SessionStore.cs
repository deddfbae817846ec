using System.Security.Claims;
using System.Security.Cryptography;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Lanyard.Accounts;

/// <summary>Keeps sessions on the server, so that they can be listed and ended. The cookie holds only a random key.</summary>
public sealed class SessionStore(RecordBook book, IDataProtectionProvider protection, TimeProvider clock, IHttpContextAccessor http) : ITicketStore
{
    private const int LongestBrowser = 200;
    private const int KeyBytes = 32;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly object CurrentKey = new();

    private readonly KeptRows<Session> _rows = new(book.Store, Installation.Partition, "session");
    private readonly IDataProtector _protector = protection.CreateProtector("Lanyard.Session");

    /// <summary>The name of the session that this request belongs to; <see langword="null"/> if it belongs to none.</summary>
    public string? Current => http.HttpContext?.Items[CurrentKey] as string;

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        await WriteAsync(key, ticket, clock.GetUtcNow(), version: 0);
        await SweepAsync(PersonOf(ticket));
        return key;
    }

    /// <inheritdoc/>
    /// <remarks>Only a session that goes on is renewed: another person, or the same one who has signed in anew, must have another key.</remarks>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (await _rows.FindAsync(Hash(key), CancellationToken.None) is { } kept && IsSame(Open(kept.Value), ticket))
        {
            try
            {
                await WriteAsync(key, ticket, kept.Value.Began, kept.Version);
            }
            catch (NotWrittenException)
            {
                // Where nothing can be written, the page that was asked for can be read all the same.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await _rows.FindAsync(Hash(key), CancellationToken.None) is not { } kept || kept.Value.Ends < clock.GetUtcNow())
        {
            return null;
        }

        http.HttpContext?.Items[CurrentKey] = Hash(key);
        return Open(kept.Value);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key) => _rows.RemoveAsync([Hash(key)], CancellationToken.None);

    /// <summary>A person's sessions, newest first, each with the name by which it can be ended.</summary>
    public async Task<IReadOnlyList<(string Name, Session Session)>> OfAsync(PersonId person, CancellationToken cancel) =>
        [.. (await _rows.ListAsync(cancel, Term(person))).Where(kept => kept.Value.Ends >= clock.GetUtcNow()).OrderByDescending(kept => kept.Value.Began).Select(kept => (kept.Place.Key, kept.Value))];

    /// <summary>Ends one of a person's sessions, or all of them.</summary>
    public async Task EndAsync(PersonId person, string? name, CancellationToken cancel) =>
        await _rows.RemoveAsync((await _rows.ListAsync(cancel, Term(person))).Select(kept => kept.Place.Key).Where(key => name is null || key == name), cancel);

    /// <summary>Ends a person's sessions except the one that asks.</summary>
    public async Task EndOthersAsync(PersonId person, CancellationToken cancel) =>
        await _rows.RemoveAsync((await _rows.ListAsync(cancel, Term(person))).Select(kept => kept.Place.Key).Where(key => key != Current), cancel);

    // The store holds only the hash of the cookie's key, so that whoever reads a backup cannot sign in with it.
    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(key)));

    private static string Term(PersonId person) => $"person={person}";

    private static PersonId PersonOf(AuthenticationTicket ticket) => new(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!)); // every ticket of ours names a person

    private static bool IsSame(AuthenticationTicket? kept, AuthenticationTicket ticket) =>
        kept is not null && PersonOf(kept) == PersonOf(ticket) && kept.Principal.FindFirstValue(SignedIn.BeganClaim) == ticket.Principal.FindFirstValue(SignedIn.BeganClaim);

    private AuthenticationTicket? Open(Session session) => TicketSerializer.Default.Deserialize(_protector.Unprotect(Convert.FromBase64String(session.Ticket)));

    // So that ended ones do not gather in the file.
    private async Task SweepAsync(PersonId person)
    {
        var ended = (await _rows.ListAsync(CancellationToken.None, Term(person))).Where(kept => kept.Value.Ends < clock.GetUtcNow()).Select(kept => kept.Place.Key).ToList();
        if (ended.Count > 0)
        {
            await _rows.RemoveAsync(ended, CancellationToken.None);
        }
    }

    private async Task WriteAsync(string key, AuthenticationTicket ticket, DateTimeOffset began, long version)
    {
        var person = PersonOf(ticket);
        var browser = http.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        var bytes = _protector.Protect(TicketSerializer.Default.Serialize(ticket));
        var session = new Session(person, began, browser[..Math.Min(browser.Length, LongestBrowser)], Convert.ToBase64String(bytes), began + Longest);
        await _rows.TryPutAsync(Hash(key), session, version, [Term(person)], sort: "", CancellationToken.None);
    }
}
