using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lanyard.Mail;

/// <summary>A connection to a mail server that takes letters: RFC 5321 with STARTTLS (RFC 3207), TLS from the beginning (RFC 8314) and AUTH (RFC 4954).</summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    private const int Ready = 220;
    private const int SignedIn = 235;
    private const int Done = 250;
    private const int GoOn = 334;
    private const int SendData = 354;
    private const int Closing = 421;

    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(2);

    private readonly TcpClient _client;
    private SmtpLines _lines = null!; // set when it is opened
    private IReadOnlyList<string> _offers = [];

    private SmtpConnection(TcpClient client) => _client = client;

    /// <summary>Connects, encrypts and signs in, as the server is set up.</summary>
    /// <exception cref="MailException">One of these did not work.</exception>
    public static async Task<SmtpConnection> OpenAsync(MailServer server, CancellationToken cancel)
    {
        var connection = new SmtpConnection(new());
        try
        {
            await connection.BeginAsync(server, cancel);
            return connection;
        }
        catch (Exception problem)
        {
            connection._client.Dispose();
            throw problem is SocketException or IOException ? new MailException(MailProblem.NotReached, inner: problem) : problem;
        }
    }

    /// <summary>Gives the server a letter; when it returns, the server has taken it.</summary>
    /// <param name="from">Whom it comes from.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="message">The letter with its headers, in lines that end with CR and LF.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task SendAsync(string from, string to, string message, CancellationToken cancel)
    {
        try
        {
            await AskAsync($"MAIL FROM:<{from}>", Done, MailProblem.SenderRefused, cancel);
            await AskAsync($"RCPT TO:<{to}>", Done, MailProblem.LetterRefused, cancel);
            await AskAsync("DATA", SendData, MailProblem.LetterRefused, cancel);
            var stuffed = ("\r\n" + message).Replace("\r\n.", "\r\n..", StringComparison.Ordinal)[2..]; // a line of one point would end it
            await _lines.Stream.WriteAsync(Encoding.ASCII.GetBytes(stuffed + (stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? "" : "\r\n")), cancel);
            await AskAsync(".", Done, MailProblem.LetterRefused, cancel);
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            throw new MailException(MailProblem.NotReached, inner: problem);
        }
    }

    /// <summary>Says goodbye, without waiting long for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceAtTheEnd);
            await _lines.WriteAsync("QUIT", patience.Token);
            await _lines.ReadAsync(patience.Token);
        }
        catch (Exception problem) when (problem is IOException or MailException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }

        await _lines.Stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task BeginAsync(MailServer server, CancellationToken cancel)
    {
        await _client.ConnectAsync(server.Host, server.Port, cancel);
        _lines = new(_client.GetStream());
        if (server.Security == MailSecurity.Implicit)
        {
            await EncryptAsync(server, cancel);
        }

        Check(await _lines.ReadAsync(cancel), Ready, MailProblem.NotReached);
        await GreetAsync(cancel);
        if (server.Security == MailSecurity.StartTls)
        {
            await StartTlsAsync(server, cancel);
        }

        if (server is { User: { } user, Password: { } password })
        {
            await SignInAsync(user, password, cancel);
        }
    }

    private async Task GreetAsync(CancellationToken cancel) => _offers = (await AskAsync("EHLO lanyard.localhost", Done, MailProblem.NotReached, cancel)).Lines;

    private async Task StartTlsAsync(MailServer server, CancellationToken cancel)
    {
        if (!_offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase))
        {
            throw new MailException(MailProblem.WithoutTls);
        }

        await AskAsync("STARTTLS", Ready, MailProblem.WithoutTls, cancel);
        if (_lines.HasMore)
        {
            throw new MailException(MailProblem.WithoutTls); // what comes before the encryption could be anybody's
        }

        await EncryptAsync(server, cancel);
        await GreetAsync(cancel); // what it offered before could be anybody's too
    }

    private async Task EncryptAsync(MailServer server, CancellationToken cancel)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = server.Host };
        if (server.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        var encrypted = new SslStream(_lines.Stream, leaveInnerStreamOpen: false);
        _lines = new(encrypted);
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancel);
        }
        catch (AuthenticationException problem)
        {
            throw new MailException(MailProblem.CertificateNotBelieved, inner: problem);
        }
    }

    private async Task SignInAsync(string user, string password, CancellationToken cancel)
    {
        if (_lines.Stream is not SslStream)
        {
            throw new MailException(MailProblem.WithoutTls); // INVARIANT: no password goes over a connection that anybody can read
        }

        var ways = _offers.Where(offer => offer.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(offer => offer.Split(' ').Skip(1)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (ways.Contains("PLAIN"))
        {
            await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", SignedIn, MailProblem.SignInRefused, cancel);
            return;
        }

        if (!ways.Contains("LOGIN"))
        {
            throw new MailException(MailProblem.SignInRefused);
        }

        await AskAsync("AUTH LOGIN", GoOn, MailProblem.SignInRefused, cancel);
        await AskAsync(Base64(user), GoOn, MailProblem.SignInRefused, cancel);
        await AskAsync(Base64(password), SignedIn, MailProblem.SignInRefused, cancel);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<SmtpReply> AskAsync(string command, int expected, MailProblem otherwise, CancellationToken cancel)
    {
        await _lines.WriteAsync(command, cancel);
        return Check(await _lines.ReadAsync(cancel), expected, otherwise);
    }

    private static SmtpReply Check(SmtpReply reply, int expected, MailProblem otherwise) =>
        reply.Code == expected || (expected == Done && reply.Code is 251 or 252) ? reply
        : throw new MailException(reply.Code == Closing ? MailProblem.NotReached : otherwise, reply.Code);
}
