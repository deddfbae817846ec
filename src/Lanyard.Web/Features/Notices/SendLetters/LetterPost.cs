using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Lanyard.Accounts;
using Lanyard.Domain.Organisations;
using Lanyard.Mail;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Transport;
using Lanyard.Workflows.Organisations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Writes letters and gives them to the mail server.</summary>
internal sealed class LetterPost(
    RecordBook book, SignInLinks links, ServerOptions options, IServer server, TimeProvider clock) : IDisposable
{
    private const string Ending = "Lanyard sends this by itself. Nobody reads answers to it.\n";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWhileStopping = TimeSpan.FromSeconds(10);

    private readonly LetterBox? _box = options.MailServer is { } mail ? new(mail, clock) : null;

    /// <summary>Gives a letter to the mail server; when it returns, the server has taken it.</summary>
    /// <remarks>A letter that is being given when Lanyard stops is finished first.</remarks>
    /// <exception cref="MailException">There is no server, or it does not take the letter.</exception>
    public async Task SendAsync(
        OrganisationId organisation, string key, Letter letter, string email, CancellationToken cancel)
    {
        var box = _box
            ?? throw new InvalidOperationException("No mail server was named, so there should be no letter.");
        using var patience = new CancellationTokenSource(Longest);
        await using var hurry = cancel.Register(() => patience.CancelAfter(LongestWhileStopping));
        await using var connection = await OpenAsync(box, patience.Token, cancel);
        if (!connection.CanWrite(email))
        {
            throw new MailException(MailProblem.LetterRefused, refusal: MailRefusal.AddressNotPossible);
        }

        try
        {
            // Written only now, so that no link is made in vain.
            var written = await WriteAsync(organisation, key, letter, email, patience.Token);
            await connection.SendAsync(written, patience.Token);
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            throw new MailException(MailProblem.BrokenOff, inner: problem); // it took too long
        }
    }

    /// <summary>What a letter is called in the world and in logs: the same whenever it is sent, and telling nothing.</summary>
    public static string NameOf(OrganisationId organisation, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}/{key}")).AsSpan(0, 16));

    /// <inheritdoc/>
    public void Dispose() => _box?.Dispose();

    private static async Task<MailConnection> OpenAsync(LetterBox box, CancellationToken patience,
        CancellationToken cancel)
    {
        try
        {
            return await box.OpenAsync(patience);
        }
        catch (OperationCanceledException problem) when (!cancel.IsCancellationRequested)
        {
            throw new MailException(MailProblem.NotReached, inner: problem); // it took too long
        }
    }

    private async Task<MailLetter> WriteAsync(
        OrganisationId organisation, string key, Letter letter, string email, CancellationToken cancel)
    {
        var from = new MailAddress(options.MailFrom);
        var name = await NameAsync(organisation, cancel);
        var (subject, body) = await WordsAsync(organisation, name, letter, email, cancel);
        return new(
            from.Address,
            from.DisplayName.Length > 0 ? $"{name} ({from.DisplayName})" : name,
            email,
            $"{NameOf(organisation, key)}@{from.Host}",
            $"{name}: {subject}",
            $"Hello,\n\n{body}\n\n{Ending}",
            clock.GetUtcNow());
    }

    // INVARIANT: a letter says that something waits and where, and nothing of what it is.
    private async Task<(string Subject, string Body)> WordsAsync(
        OrganisationId organisation, string name, Letter letter, string email, CancellationToken cancel)
    {
        var home = Home();
        return letter.Kind switch
        {
            LetterKind.Notice => (
                "something waits for you in Lanyard",
                $"something from {name} waits for you in Lanyard:\n\n{home}{letter.Address}\n\n"
                + $"All your notices, and whether you get them by email: {home}/notices"),
            LetterKind.SignInChanged => (
                "how you sign in to Lanyard was changed",
                "something about how you sign in to Lanyard was changed, or somebody tried to get in. What it was:"
                + $"\n\n{home}{letter.Address}\n\nIf it was not you, and you did not ask for it, "
                + $"tell the people who look after accounts at {name} at once."),
            LetterKind.CaseRoles => (
                "who sees cases in Lanyard",
                $"who sees cases at {name}, or how they sign in, was changed or is to be changed:"
                + $"\n\n{home}{letter.Address}\n\nIf you know nothing of it, ask at {name} today."),
            LetterKind.Invitation => (
                "your account in Lanyard",
                $"{name} runs its social networking policy with Lanyard, and has an account for you. "
                + $"Choose a password here:\n\n{home}/link/{await LinkAsync(organisation, letter, email, cancel)}\n\n"
                + "The link works once, for three days. Give it to nobody. "
                + "If it has ended, ask your organisation for a new one."),
            _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, "Say it in words here."),
        };
    }

    private async Task<string> NameAsync(OrganisationId organisation, CancellationToken cancel) =>
        (await book.FindAsync<Organisation>(organisation, $"organisation/{organisation}", cancel))?.Value.Name ?? "Your organisation";

    private Task<string> LinkAsync(OrganisationId organisation, Letter letter, string email, CancellationToken cancel) =>
        links.MakeAsync(new(letter.Recipient, organisation, clock.GetUtcNow() + AccountBook.LinkLasts, email), cancel);

    private string Home()
    {
        var own = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return options.Public?.ToString() ?? ListeningAddresses.ForBrowsers(own ?? options.Urls.Split(';')[0]);
    }
}
