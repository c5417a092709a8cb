namespace OpsBoard.LoadTest;

/// <summary>A database that a peer keeps its events in, with its files under the data of the load, reached through a socket there alone. It is told to stop, never killed at once: it has processes and shared memory of its own to clear away.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly ChildServer _process;
    private readonly TimeProvider _real;

    private Database(ChildServer process, string store, TimeProvider real) => (_process, Store, _real) = (process, store, real);

    /// <summary>Where the peer finds it.</summary>
    public string Store { get; }

    public ProcessUse Use => ProcessUse.WithChildren(_process.Id);

    /// <summary>PostgreSQL as Debian has it, with its defaults, which sync each commit. It refuses to be root, so it is Debian's account for it then.</summary>
    /// <exception cref="LoadFailedException">It does not start.</exception>
    public static async Task<Database> StartPostgres(DataPlace data, LoadSite site)
    {
        var (program, folder) = (DebianPackage.Postgres.Find()!, Path.Combine(data.Path, "postgres"));
        string[] account = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
        if (account.Length > 0)
        {
            // Through the folder, not into it.
            await Run(["chmod", "go+x", data.Path], site.Cancel);
            await Run(["install", "-d", "-m", "700", "-o", "postgres", "-g", "postgres", folder], site.Cancel);
        }

        // What is made here is worth nothing after a power cut, so nobody waits for the disk; the load does.
        await Run([.. account, Path.Combine(Path.GetDirectoryName(program)!, "initdb"), "-D", folder, "-U", "opsboard", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"], site.Cancel);
        return await Start([.. account, program, "-D", folder, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=on", "-c", "synchronous_commit=on"], folder, site);
    }

    /// <summary>Redis, which syncs its file before it answers.</summary>
    /// <exception cref="LoadFailedException">It does not start.</exception>
    public static Task<Database> StartRedis(DataPlace data, LoadSite site)
    {
        var (folder, socket) = (data.Path, Path.Combine(data.Path, "redis.socket"));
        return Start([DebianPackage.Redis.Find()!, "--port", "0", "--unixsocket", socket, "--unixsocketperm", "700", "--dir", folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""], socket, site);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _process.Stop(_real, ChildServer.Interrupt);
        }
        catch (LoadFailedException)
        {
            // It was ended from elsewhere, or hangs and is killed now.
        }

        await _process.DisposeAsync();
    }

    private static async Task<Database> Start(string[] command, string store, LoadSite site) =>
        new(await ChildServer.StartDatabase(command, site.Cores.Server, site.Real, site.Cancel), store, site.Real);

    private static async Task Run(string[] command, CancellationToken cancel)
    {
        var (status, said) = await ShellCommand.Run(command, cancel);
        if (status != 0) throw new LoadFailedException($"The database could not be made: {said}");
    }
}
