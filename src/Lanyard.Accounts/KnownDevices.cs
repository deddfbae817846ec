using System.Security.Cryptography;
using Lanyard.Domain.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lanyard.Accounts;

/// <summary>Remembers in a browser who has signed in on it, so that strangers who guess elsewhere do not hold its people up.</summary>
/// <remarks>It lets nobody in: on a known device wrong passwords are counted apart, and no more.</remarks>
public sealed class KnownDevices(IDataProtectionProvider protection, CookieRules cookies)
{
    private const string CookieName = "lanyard-device";
    private const int IdBytes = 12;
    private const int MostPeople = 8; // of a shared computer, those who signed in last

    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Lanyard.KnownDevice").ToTimeLimitedDataProtector();

    /// <summary>Remembers that somebody has signed in on this browser.</summary>
    public void Remember(HttpContext http, PersonId person)
    {
        var known = Read(http);
        var id = known is [var first, ..] ? first : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));
        IEnumerable<string> people = [person.ToString(), .. known.Skip(1).Where(other => other != person.ToString())];
        cookies.Append(http, CookieName, _protector.Protect(string.Join(' ', people.Take(MostPeople).Prepend(id)), Longest), Longest);
    }

    /// <summary>The name of this browser if somebody has signed in on it; <see langword="null"/> if not, or too long ago.</summary>
    public string? Find(HttpContext http, PersonId person) => Read(http) is [var id, .. var people] && people.Contains(person.ToString()) ? id : null;

    private string[] Read(HttpContext http)
    {
        try
        {
            return cookies.Find(http, CookieName) is { } cookie ? _protector.Unprotect(cookie).Split(' ') : [];
        }
        catch (CryptographicException)
        {
            return []; // too old, or not ours
        }
    }
}
