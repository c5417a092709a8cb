using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>What a viewer says to the hub: the JSON protocol of SignalR.</summary>
internal static class HubWords
{
    /// <summary>Ends each message.</summary>
    public const byte EndOfRecord = 0x1e;

    public const string Path = "hubs/board";

    /// <summary>The server cuts off who says nothing for 30 s.</summary>
    public static readonly TimeSpan SaySomethingEvery = TimeSpan.FromSeconds(10);

    public static readonly ReadOnlyMemory<byte> Handshake = Record("""{"protocol":"json","version":1}""");

    public static readonly ReadOnlyMemory<byte> Ping = Record("""{"type":6}""");

    public static ReadOnlyMemory<byte> Subscribe(string scope) => Record($$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":["{{scope}}"]}""");

    private static byte[] Record(string json) => [.. Encoding.ASCII.GetBytes(json), EndOfRecord];
}
