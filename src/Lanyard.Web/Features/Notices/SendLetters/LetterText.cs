using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Writes a letter as mail servers take it: plain text, in ASCII lines.</summary>
internal static class LetterText
{
    /// <summary>A letter with its headers.</summary>
    public static string Write(MailAddress from, string to, string id, string subject, string body, DateTimeOffset date)
    {
        var isAscii = Ascii.IsValid(body);
        string[] lines =
        [
            $"From: {From(from)}",
            $"To: {to}",
            $"Subject: {subject}",
            $"Date: {date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <{id}>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            $"Content-Type: text/plain; charset={(isAscii ? "us-ascii" : "utf-8")}",
            $"Content-Transfer-Encoding: {(isAscii ? "7bit" : "base64")}",
            "",
            isAscii ? body.ReplaceLineEndings("\r\n") : Convert.ToBase64String(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks),
        ];
        return string.Join("\r\n", lines);
    }

    /// <summary>An address as mail servers take it: the domain in ASCII; <see langword="null"/> if it cannot be one there.</summary>
    public static string? Address(MailAddress address)
    {
        try
        {
            return Ascii.IsValid(address.User) && !address.User.Any(char.IsControl) ? $"{address.User}@{new IdnMapping().GetAscii(address.Host)}" : null;
        }
        catch (ArgumentException)
        {
            return null; // the domain cannot be one
        }
    }

    private static string From(MailAddress from)
    {
        var address = Address(from);
        return from.DisplayName.Length == 0 ? $"{address}" : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(from.DisplayName))}?= <{address}>";
    }
}
