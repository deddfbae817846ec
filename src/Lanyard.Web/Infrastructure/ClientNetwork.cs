using System.Net;
using System.Net.Sockets;

namespace Lanyard.Web.Infrastructure;

/// <summary>Where a request comes from, for limits: an address, or, as one line has 2 to the power of 64 addresses of
/// IPv6, its network.</summary>
internal static class ClientNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>Where a request comes from.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>The address, or the network of 64 bits that it belongs to.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
