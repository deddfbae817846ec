using System.Globalization;
using System.Security.Claims;

namespace Lanyard.Web.Infrastructure;

/// <summary>Tells whether somebody has proved lately that it is they: by signing in, or by a password, a code or a
/// passkey since.</summary>
public static class FreshProof
{
    /// <summary>How long a proof is fresh.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>What to tell those who took longer over a form.</summary>
    public const string Stale =
        "It is more than 10 minutes since you proved that it is you. Open your account in another tab, choose "
        + "\"prove that it is you\", then save again here.";

    /// <summary>Whether a session began lately: every proof begins a new one.</summary>
    public static bool IsIn(ClaimsPrincipal user, DateTimeOffset now) =>
        DateTimeOffset.TryParse(
            user.FindFirstValue(Accounts.SignedIn.BeganClaim), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var began)
        && now - began is var age && age <= Lasts && age >= -Lasts;

    /// <summary>The address of the page that asks for one, and goes on to another afterwards.</summary>
    public static string Address(string next) => $"/account/prove?next={Uri.EscapeDataString(next)}";
}
