using System.Net;
using System.Net.Sockets;

namespace Lanyard.Testing.Mail;

/// <summary>A service on loopback that stands in for one in the world.</summary>
public abstract class HttpStandIn : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <summary>Opens it.</summary>
    protected HttpStandIn()
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Answers what was sent to a path.</summary>
    protected abstract (int Status, byte[] Body) Answer(string path, byte[] body);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (HttpListenerException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var sent = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(sent);
        var (status, body) = Answer(context.Request.Url!.AbsolutePath, sent.ToArray()); // it was asked for by one
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
