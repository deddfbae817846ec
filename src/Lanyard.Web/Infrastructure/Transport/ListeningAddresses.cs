using System.Net;

namespace Lanyard.Web.Infrastructure.Transport;

/// <summary>What can be told from the addresses that the server listens on.</summary>
public static class ListeningAddresses
{
    private const string LocalName = "localhost";

    /// <summary>Whether only programs of this machine reach all of them.</summary>
    /// <param name="urls">The addresses, with <c>;</c> between them.</param>
    public static bool AreLocal(string urls) => urls.Split(';').All(url =>
    {
        var address = BindingAddress.Parse(url);
        return address.IsUnixPipe || address.IsNamedPipe || IsLocal(address.Host);
    });

    /// <summary>Whether a host names this machine and no other.</summary>
    public static bool IsLocal(string host) =>
        string.Equals(host, LocalName, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>An address as a browser of this machine is to open it: under a name, for a passkey belongs to a name and
    /// never to a number.</summary>
    public static string ForBrowsers(string url)
    {
        var address = BindingAddress.Parse(url);
        return !address.IsUnixPipe && !address.IsNamedPipe && IsLocal(address.Host)
            ? $"{address.Scheme}://{LocalName}:{address.Port}" : url.TrimEnd('/');
    }
}
