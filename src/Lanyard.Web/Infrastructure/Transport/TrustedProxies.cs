using System.Net;
using System.Net.Sockets;
using IPNetwork = System.Net.IPNetwork;

namespace Lanyard.Web.Infrastructure.Transport;

/// <summary>Reads which proxies are believed about where a request comes from.</summary>
public static class TrustedProxies
{
    private const int BitsOfFour = 32;
    private const int BitsOfSix = 128;

    /// <summary>The networks that a text names, such as <c>10.1.2.3, 172.16.0.0/12</c>.</summary>
    /// <exception cref="FormatException">One is no address and no network, or would believe anybody.</exception>
    public static IReadOnlyList<IPNetwork> Read(string text) =>
        [.. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    private static IPNetwork One(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new(address, address.AddressFamily == AddressFamily.InterNetwork ? BitsOfFour : BitsOfSix);
        }

        if (!IPNetwork.TryParse(text, out var network))
        {
            throw new FormatException($"`{text}` is no address and no network. Give --trusted-proxies what your proxy "
                + "calls from, such as 10.1.2.3 or 172.16.0.0/12.");
        }

        return network.PrefixLength > 0 ? network : throw new FormatException(
            $"`{text}` would believe anybody. Give --trusted-proxies the addresses of your own proxies only.");
    }
}
