using System.Net.Mail;

namespace Lanyard.Web.Infrastructure;

/// <summary>Tells an email address from other text.</summary>
public static class EmailAddress
{
    private const int Longest = 254; // RFC 5321

    /// <summary>Whether a text is one address and nothing else.</summary>
    public static bool IsOne(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } trimmed && MailAddress.TryCreate(trimmed, out var address) && address.Address == trimmed && address.Host.Contains('.', StringComparison.Ordinal);
}
