using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>What the server is measured against: another way of doing the least of what it does.</summary>
/// <param name="Name">As the program of the peers calls it.</param>
/// <param name="Package">That has to be installed; null: none.</param>
internal sealed record Peer(string Name, DebianPackage? Package = null)
{
    public static readonly Peer Postgres = new("postgres", DebianPackage.Postgres) { AimedRatio = 3, StartDatabase = Database.StartPostgres };
    public static readonly Peer Redis = new("redis", DebianPackage.Redis) { StartDatabase = Database.StartRedis };

    /// <summary>
    /// Four commits one after the other for each event: a request of its size, and no more of them at a time, is answered within the patience of a
    /// call even where a commit takes 50 ms; and so many windows are open within a minute.
    /// </summary>
    public static readonly Peer Grains = new("grains") { MostBatch = 50, MostSenders = 2, MostWindows = 100 };

    public static ImmutableArray<Peer> All { get; } = [Postgres, Redis, Grains];

    /// <summary>How many times its events a second the server shall take; null: the design asks for nothing.</summary>
    public double? AimedRatio { get; init; }

    /// <summary>Null: it keeps its events itself, in a file.</summary>
    public Func<DataPlace, LoadSite, Task<Database>>? StartDatabase { get; private init; }

    public int MostBatch { get; private init; } = int.MaxValue;

    public int MostSenders { get; private init; } = int.MaxValue;

    public int MostWindows { get; private init; } = int.MaxValue;

    /// <summary>The load that it is sent in place of the one that the server is.</summary>
    public LoadShape Shape(LoadShape wanted) => wanted with { Batch = Math.Min(wanted.Batch, MostBatch), Senders = Math.Min(wanted.Senders, MostSenders) };

    /// <summary>The windows that send to it: of several counties where there are too many.</summary>
    public ImmutableArray<LoadWindow> Windows(ImmutableArray<LoadWindow> all) =>
        all.Length <= MostWindows ? all : [.. Enumerable.Range(0, MostWindows).Select(place => all[(int)((long)place * all.Length / MostWindows)])];
}
