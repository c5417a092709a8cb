namespace OpsBoard.Peers;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var peer, var store] || !PeerServer.Kinds.Contains(peer))
        {
            await Console.Error.WriteLineAsync("The peers are started by ./opsboard loadtest peers, with the kind of peer and the place of its store.");
            return 2;
        }

        await using var app = await PeerServer.Build(peer, store);
        await app.StartAsync();
        Console.WriteLine($"The peer {peer} listens on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
