using System.Net;
using System.Net.Sockets;

namespace Lanyard.Accounts;

/// <summary>Where a request comes from, as limits count it.</summary>
public static class ClientPlace
{
    private const int NetworkBytes = 8; // somebody with one IPv6 address has the whole /64 around it

    /// <summary>The place of an address: an IPv4 address itself, of an IPv6 address its /64.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? $"{Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes))}/64" : plain.ToString();
    }

    /// <summary>The place of a request.</summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);
}
