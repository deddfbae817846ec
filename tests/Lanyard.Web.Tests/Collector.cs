using System.Collections.Concurrent;
using System.Text;
using Lanyard.Testing.Mail;

namespace Lanyard.Web.Tests;

/// <summary>A collector of telemetry on loopback that keeps what it is sent, letter by letter.</summary>
internal sealed class Collector : HttpStandIn
{
    private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();

    /// <summary>All that was sent to a path; each byte is a letter.</summary>
    public string Sent(string path) => string.Concat(_taken.Where(each => each.Path == path).Select(each => each.Body));

    protected override (int Status, byte[] Body) Answer(string path, byte[] body)
    {
        _taken.Enqueue((path, Encoding.Latin1.GetString(body)));
        return (200, []);
    }
}
