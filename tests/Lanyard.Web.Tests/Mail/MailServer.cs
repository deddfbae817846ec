using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lanyard.Mail;
using Shouldly;

namespace Lanyard.Web.Tests.Mail;

/// <summary>A real mail server on loopback that keeps what it takes in a folder. It can be down and up again on the same port.</summary>
internal sealed class MailServer(MailSecurity security = MailSecurity.None, string certificateFor = "127.0.0.1") : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-mail-").FullName;
    private readonly string _certificates = Directory.CreateTempSubdirectory("lanyard-certificates-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    public const string User = "lanyard";

    public const string Password = "correct horse, correct battery";

    /// <summary>How to reach it.</summary>
    public Lanyard.Mail.MailServer Settings => Lanyard.Mail.MailServer.Read(With());

    /// <summary>What somebody would set to reach it, or would set wrongly.</summary>
    public MailSettings With(string? password = Password, string? authority = null, string? tls = null) => security == MailSecurity.None && tls is null
        ? new() { Address = $"smtp://127.0.0.1:{_port}" }
        : new() { Address = $"smtp://127.0.0.1:{_port}", Tls = tls ?? (security == MailSecurity.Implicit ? "implicit" : "starttls"), User = User, Password = password, AuthorityFile = authority ?? Path.Combine(_certificates, "authority.pem") };

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<TakenLetter> Letters =>
        [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => TakenLetter.Read(File.ReadAllText(file)))];

    public async Task StartAsync(CancellationToken cancel)
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3"; // the system's own, for that is where packages of the system go
        _process = Process.Start(new ProcessStartInfo(python, ["-W", "ignore", Path.Combine(AppContext.BaseDirectory, "Mail", "mail_server.py"), _folder, _port.ToString(CultureInfo.InvariantCulture), .. Encryption()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!; // it is started anew
        (await _process.StandardOutput.ReadLineAsync(cancel)).ShouldBe("ready");
    }

    public void Stop()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
            _process = null;
        }
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_certificates, recursive: true);
    }

    private string[] Encryption() => security == MailSecurity.None ? [] : [security == MailSecurity.Implicit ? "implicit" : "starttls", Certificates.Write(_certificates, certificateFor).Server, User, Password];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
