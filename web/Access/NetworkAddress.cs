using System.Net;
using System.Net.Sockets;

namespace OpsBoard.Web.Access;

/// <summary>Where a request comes from, as limits and the trail name it.</summary>
internal static class NetworkAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http) => Plain(http)?.ToString() ?? "unknown";

    /// <summary>What a limit is kept under: of IPv6 the network, since one household or office has all the addresses in it.</summary>
    public static string LimitKeyOf(HttpContext http)
    {
        if (Plain(http) is not { AddressFamily: AddressFamily.InterNetworkV6 } address) return Of(http);
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }

    private static IPAddress? Plain(HttpContext http) => http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
}
