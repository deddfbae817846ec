using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Accounts;
using Lanyard.Domain.Organisations;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Mail;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Writes letters and gives them to the mail server.</summary>
internal sealed class LetterPost(RecordBook book, SignInLinks links, ServerOptions options, IServer server, TimeProvider clock)
{
    private const string Ending = "Lanyard sends this by itself. Nobody reads answers to it.\n";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWhileStopping = TimeSpan.FromSeconds(10);

    /// <summary>Gives a letter to the mail server; when it returns, the server has taken it. A letter that is being given when Lanyard stops is finished first.</summary>
    /// <exception cref="MailException">There is no server, or it does not take the letter.</exception>
    /// <exception cref="OperationCanceledException">The server takes too long.</exception>
    public async Task SendAsync(OrganisationId organisation, string key, Letter letter, string email, CancellationToken cancel)
    {
        var mail = options.MailServer ?? throw new InvalidOperationException("No mail server was named, so there should be no letter.");
        var from = new MailAddress(options.MailFrom);
        var to = LetterText.Address(new(email)) ?? throw new MailException(MailProblem.LetterRefused);
        using var patience = new CancellationTokenSource(Longest);
        await using var hurry = cancel.Register(() => patience.CancelAfter(LongestWhileStopping));
        await using var connection = await SmtpConnection.OpenAsync(mail, patience.Token);
        var (subject, body) = await WordsAsync(organisation, letter, email, patience.Token); // only now, so that no link is made in vain
        var text = LetterText.Write(from, to, $"{NameOf(organisation, key)}@{from.Host}", subject, $"Hello,\n\n{body}\n\n{Ending}", clock.GetUtcNow());
        await connection.SendAsync(LetterText.Address(from) ?? from.Address, to, text, patience.Token);
    }

    /// <summary>What a letter is called in the world and in logs: the same whenever it is sent, and telling nothing.</summary>
    public static string NameOf(OrganisationId organisation, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}/{key}")).AsSpan(0, 16));

    // INVARIANT: a letter says that something waits and where, and nothing of what it is.
    private async Task<(string Subject, string Body)> WordsAsync(OrganisationId organisation, Letter letter, string email, CancellationToken cancel)
    {
        var home = Home();
        return letter.Kind switch
        {
            LetterKind.Notice => (
                "Something waits for you in Lanyard",
                $"something waits for you in Lanyard:\n\n{home}{letter.Address}\n\nAll your notices, and whether you get them by email: {home}/notices"),
            LetterKind.SignInChanged => (
                "How you sign in to Lanyard was changed",
                $"something about how you sign in to Lanyard was changed, or somebody tried to get in. What it was:\n\n{home}{letter.Address}\n\nIf it was not you, and you did not ask for it, tell whoever looks after people in your organisation at once."),
            LetterKind.Invitation => (
                "Your account in Lanyard",
                $"{await NameAsync(organisation, cancel)} runs its social networking policy with Lanyard, and has an account for you. Choose a password here:\n\n{home}/link/{await LinkAsync(organisation, letter, email, cancel)}\n\nThe link works once, for three days. Give it to nobody. If it has ended, ask your organisation for a new one."),
            _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, "Say it in words here."),
        };
    }

    private async Task<string> NameAsync(OrganisationId organisation, CancellationToken cancel) =>
        (await book.FindAsync<Organisation>(organisation, $"organisation/{organisation}", cancel))?.Value.Name ?? "Your organisation";

    private Task<string> LinkAsync(OrganisationId organisation, Letter letter, string email, CancellationToken cancel) =>
        links.MakeAsync(new(letter.Recipient, organisation, clock.GetUtcNow() + AccountBook.LinkLasts, email), cancel);

    private string Home() =>
        (options.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls.Split(';')[0]).TrimEnd('/');
}
