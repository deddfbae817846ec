using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lanyard.Mail;

/// <summary>An open connection to a mail server that takes letters.</summary>
public sealed class MailConnection : IAsyncDisposable
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(2);

    private readonly SmtpClient _client = new()
    {
        LocalDomain = "lanyard.localhost",
        CheckCertificateRevocation = false,
    };

    private bool _isBelieved = true;

    private MailConnection()
    {
    }

    /// <summary>Whether the server can write an address; one with letters outside ASCII before the @ asks for SMTPUTF8
    /// (RFC 6531).</summary>
    public bool CanWrite(string address) => _client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
        || Ascii.IsValid(address.AsSpan(0, Math.Max(address.LastIndexOf('@'), 0)));

    /// <summary>Gives the server a letter; when it returns, the server has taken it.</summary>
    /// <exception cref="MailException">It does not take it, and says whether it ever will.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task SendAsync(MailLetter letter, CancellationToken cancel)
    {
        if (!CanWrite(letter.To))
        {
            throw new MailException(MailProblem.LetterRefused, refusal: MailRefusal.AddressNotPossible);
        }

        using var message = Write(letter);
        await MailFaults.GuardAsync(() => _client.SendAsync(message, cancel), MailFaults.Sending);
    }

    /// <summary>Says goodbye, without waiting long for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceAtTheEnd);
            await MailFaults.GuardAsync(() => _client.DisconnectAsync(quit: true, patience.Token), MailFaults.Sending);
        }
        catch (MailException)
        {
            // It is gone already.
        }
        catch (OperationCanceledException)
        {
            // It does not answer any more.
        }

        _client.Dispose();
    }

    /// <summary>Connects, encrypts and signs in.</summary>
    /// <exception cref="MailException">One of these did not work.</exception>
    internal static async Task<MailConnection> OpenAsync(MailServer server, MailTokens? tokens,
        CancellationToken cancel)
    {
        var connection = new MailConnection();
        var isOpen = false;
        try
        {
            await MailFaults.GuardAsync(
                () => connection.BeginAsync(server, tokens, cancel),
                problem => MailFaults.Opening(problem, connection._isBelieved));
            isOpen = true;
            return connection;
        }
        finally
        {
            if (!isOpen)
            {
                connection._client.Dispose();
            }
        }
    }

    private async Task BeginAsync(MailServer server, MailTokens? tokens, CancellationToken cancel)
    {
        _client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            _isBelieved = IsBelieved(server, certificate, chain, errors);
        var security = server.Security switch
        {
            MailSecurity.Implicit => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await _client.ConnectAsync(server.Host, server.Port, security, cancel);
        if (server.User is not { } user)
        {
            return;
        }

        if (!_client.IsSecure)
        {
            // INVARIANT: no password and no token goes over a connection that anybody can read.
            throw new MailException(MailProblem.WithoutTls);
        }

        if (tokens is not null)
        {
            await SignInAsync(user, tokens, cancel);
        }
        else
        {
            await _client.AuthenticateAsync(Encoding.UTF8, new System.Net.NetworkCredential(user, server.Password),
                cancel);
        }
    }

    // The service may have ended a token early, so a new one is tried once.
    private async Task SignInAsync(string user, MailTokens tokens, CancellationToken cancel)
    {
        var token = await tokens.GetAsync(cancel);
        try
        {
            await _client.AuthenticateAsync(Mechanism(user, token), cancel);
        }
        catch (AuthenticationException)
        {
            tokens.Forget(token);
            await _client.AuthenticateAsync(Mechanism(user, await tokens.GetAsync(cancel)), cancel);
        }
    }

    private SaslMechanism Mechanism(string user, string token) =>
        _client.AuthenticationMechanisms.Contains("XOAUTH2") ? new SaslMechanismOAuth2(user, token)
        : _client.AuthenticationMechanisms.Contains("OAUTHBEARER") ? new SaslMechanismOAuthBearer(user, token)
        : throw new MailException(MailProblem.SignInRefused);

    private static bool IsBelieved(MailServer server, X509Certificate? certificate, X509Chain? chain,
        SslPolicyErrors errors)
    {
        if (server.Authorities is not { } authorities || certificate is null)
        {
            return errors == SslPolicyErrors.None;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var between in chain?.ChainPolicy.ExtraStore ?? [])
        {
            // What the server sent between its own certificate and the authority's.
            own.ChainPolicy.ExtraStore.Add(between);
        }

        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && own.Build(leaf);
    }

    private static MimeMessage Write(MailLetter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = letter.Date,
            MessageId = letter.Id,
            Body = new TextPart("plain") { Text = letter.Body },
        };
        message.From.Add(new MailboxAddress(letter.FromName, InAscii(letter.From)));
        message.To.Add(Recipient(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static MailboxAddress Recipient(string address)
    {
        try
        {
            return new(name: null, InAscii(address));
        }
        catch (FormatException)
        {
            throw new MailException(MailProblem.LetterRefused, refusal: MailRefusal.AddressNotPossible);
        }
    }

    // Every server knows domains in ASCII (RFC 5890), also one that has no SMTPUTF8.
    private static string InAscii(string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            return $"{address[..at]}@{new IdnMapping().GetAscii(address[(at + 1)..])}";
        }
        catch (ArgumentException)
        {
            // The domain cannot be one.
            throw new MailException(MailProblem.LetterRefused, refusal: MailRefusal.AddressNotPossible);
        }
    }
}
