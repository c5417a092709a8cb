using System.Net;
using System.Net.Sockets;

namespace OpsBoard.Silo.Hosting;

internal static class FreePorts
{
    /// <summary>Two ports that nobody listens on at this moment. Who needs them for sure configures them.</summary>
    public static (int One, int Other) At(IPAddress address)
    {
        using var one = new TcpListener(address, 0);
        using var other = new TcpListener(address, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }
}
