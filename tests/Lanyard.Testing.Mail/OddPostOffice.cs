using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Lanyard.Testing.Mail;

/// <summary>A mail server of few words that offers and answers what a test says: for what a well-behaved one cannot be
/// made to do.</summary>
public sealed class OddPostOffice : IDisposable
{
    /// <summary>The answer of a server that hangs up.</summary>
    public const string HangUp = "";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestCertificate _certificate = new();
    private readonly CancellationTokenSource _open = new();
    private readonly ConcurrentQueue<string> _said = new();

    /// <summary>Opens it.</summary>
    public OddPostOffice()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>What it offers after the greeting, encrypted or not.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>What it answers to a line; <see langword="null"/> for what a friendly server would.</summary>
    public Func<string, string?> Answer { get; init; } = _ => null;

    /// <summary>What it was told, line by line, without letters.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>Where it is.</summary>
    public string Address => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The file with the certificate of its authority.</summary>
    public string AuthorityFile => _certificate.AuthorityFile;

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.Cancel();
        _listener.Dispose();
        _certificate.Dispose();
        _open.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_open.IsCancellationRequested)
        {
            try
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_open.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            Stream stream = client.GetStream();
            await WriteAsync(stream, "220 post.example");
            while (await ReadAsync(stream) is { } line)
            {
                _said.Enqueue(line);
                var answer = Answer(line) ?? Usual(line);
                if (answer == HangUp)
                {
                    return;
                }

                await WriteAsync(stream, answer);
                if (line == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
                {
                    var encrypted = new SslStream(stream);
                    await encrypted.AuthenticateAsServerAsync(_certificate.Server);
                    stream = encrypted;
                }
                else if (line == "DATA" && answer.StartsWith("354", StringComparison.Ordinal))
                {
                    await WriteAsync(stream, await LetterAsync(stream));
                }
            }
        }
    }

    private async Task<string> LetterAsync(Stream stream)
    {
        while (await ReadAsync(stream) is { } line && line != ".")
        {
            // A letter is of no interest here.
        }

        return Answer(".") ?? "250 OK";
    }

    private string Usual(string line) => line.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => string.Join("\r\n",
            Offers.Prepend("post.example").Select((offer, at) => (at == Offers.Count ? "250 " : "250-") + offer)),
        "STARTTLS" => "220 Go on",
        "DATA" => "354 Go on",
        "AUTH" => "235 Come in",
        "QUIT" => "221 Bye",
        _ => "250 OK",
    };

    private static async Task WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));
        await stream.FlushAsync();
    }

    private static async Task<string?> ReadAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
