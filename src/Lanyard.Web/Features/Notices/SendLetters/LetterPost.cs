using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Writes letters and gives them to the mail server.</summary>
internal sealed class LetterPost(ServerOptions options, IServer server)
{
    private const int DefaultPort = 25;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWhileStopping = TimeSpan.FromSeconds(10);

    /// <summary>Gives a letter to the mail server; when it returns, the server has taken it. A letter that is being given when Lanyard stops is finished first.</summary>
    /// <exception cref="SmtpException">There is no server, or it does not take the letter.</exception>
    /// <exception cref="OperationCanceledException">The server takes too long.</exception>
    public async Task SendAsync(OrganisationId organisation, string key, Letter letter, string email, CancellationToken cancel)
    {
        var mail = options.MailServer ?? throw new InvalidOperationException("No mail server was named, so there should be no letter.");
        using var patience = new CancellationTokenSource(Longest);
        await using var hurry = cancel.Register(() => patience.CancelAfter(LongestWhileStopping));
        using var client = new SmtpClient(mail.Host, mail.IsDefaultPort || mail.Port <= 0 ? DefaultPort : mail.Port);
        using var message = Write(organisation, key, letter, email);
        await client.SendMailAsync(message, patience.Token);
    }

    // INVARIANT: a letter says that something waits and where, and nothing of what it is.
    // The client itself adds the Date, of the moment of sending.
    private MailMessage Write(OrganisationId organisation, string key, Letter letter, string email)
    {
        var from = new MailAddress(options.MailFrom);
        var home = Home();
        var message = new MailMessage(from, new MailAddress(email))
        {
            Subject = "Something waits for you in Lanyard",
            Body = $"Hello,\n\nsomething waits for you in Lanyard:\n\n{home}{letter.Address}\n\nAll your notices, and whether you get them by email: {home}/notices\n\nLanyard sends this by itself. Nobody reads answers to it.\n".ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.ASCII,
            SubjectEncoding = Encoding.ASCII,
            BodyTransferEncoding = TransferEncoding.SevenBit,
        };
        message.Headers.Add("Message-ID", $"<{NameOf(organisation, key)}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>What a letter is called in the world and in logs: the same whenever it is sent, and telling nothing.</summary>
    public static string NameOf(OrganisationId organisation, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}/{key}")).AsSpan(0, 16));

    private string Home() =>
        (options.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls.Split(';')[0]).TrimEnd('/');
}
