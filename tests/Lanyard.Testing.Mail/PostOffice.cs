using System.Net;
using Lanyard.Mail;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Lanyard.Testing.Mail;

/// <summary>A real mail server in this process, on loopback. It can be down and up again on the same port.</summary>
public sealed class PostOffice(MailSecurity security = MailSecurity.None, string certificateFor = "127.0.0.1")
    : IDisposable
{
    /// <summary>The name to sign in with.</summary>
    public const string User = "lanyard";

    /// <summary>The password to sign in with.</summary>
    public const string Password = "correct horse, correct battery";

    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly TestCertificate _certificate = new(certificateFor);
    private readonly int _port = HttpStandIn.FreePort();
    private readonly PostDesk _desk = new();
    private CancellationTokenSource? _open;
    private Task _serving = Task.CompletedTask;

    /// <summary>How to reach it.</summary>
    public MailServer Settings => MailServer.Read(With());

    private string Address => $"smtp://127.0.0.1:{_port}";

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<TakenLetter> Letters => [.. _desk.Letters];

    /// <summary>Each recipient that was named to it, in order, taken or not.</summary>
    public IReadOnlyList<string> Asked => [.. _desk.Asked];

    /// <summary>What somebody would set to reach it, or would set wrongly.</summary>
    public MailSettings With(string? password = Password, string? authority = null, string? tls = null) =>
        security == MailSecurity.None && tls is null
        ? new() { Address = Address }
        : new()
        {
            Address = Address,
            Tls = tls ?? (security == MailSecurity.Implicit ? "implicit" : "starttls"),
            User = User,
            Password = password,
            AuthorityFile = authority ?? _certificate.AuthorityFile,
        };

    /// <summary>Answers a recipient with a code from now on.</summary>
    public void Refuse(string address, int code, string text) =>
        _desk.Refused[address] = new((SmtpReplyCode)code, text);

    /// <summary>Opens it.</summary>
    public void Start()
    {
        var services = new ServiceProvider();
        services.Add((IMessageStore)_desk);
        services.Add((IMailboxFilter)_desk);
        services.Add((IUserAuthenticator)_desk);
        var options = new SmtpServerOptionsBuilder().ServerName("post.example").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, _port)).IsSecure(security == MailSecurity.Implicit);
            if (security != MailSecurity.None)
            {
                endpoint.Certificate(_certificate.Server).AuthenticationRequired();
            }
        }).Build();
        _open = new();
        var context = SynchronizationContext.Current;
        // It goes on by itself, and on no thread that a test waits on.
        SynchronizationContext.SetSynchronizationContext(null);
        _serving = new SmtpServer.SmtpServer(options, services).StartAsync(_open.Token);
        SynchronizationContext.SetSynchronizationContext(context);
    }

    /// <summary>Closes it.</summary>
    public void Stop()
    {
        _open?.Cancel();
        _serving.ContinueWith(_ => { }, TaskScheduler.Default).Wait(PatienceAtTheEnd);
        _open?.Dispose();
        _open = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _certificate.Dispose();
    }
}
