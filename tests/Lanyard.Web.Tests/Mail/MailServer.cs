using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Shouldly;

namespace Lanyard.Web.Tests.Mail;

/// <summary>A real mail server on loopback that keeps what it takes in a folder. It can be down and up again on the same port.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanyard-mail-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Its address for <see cref="Infrastructure.ServerOptions.MailServer"/>.</summary>
    public Uri Address => new($"smtp://127.0.0.1:{_port}");

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<TakenLetter> Letters =>
        [.. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => TakenLetter.Read(File.ReadAllText(file)))];

    public async Task StartAsync(CancellationToken cancel)
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3"; // the system's own, for that is where packages of the system go
        _process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Mail", "mail_server.py"), _folder, _port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!; // it is started anew
        (await _process.StandardOutput.ReadLineAsync(cancel)).ShouldBe("ready");
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
