using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using OpsBoard.Events;
using StackExchange.Redis;

namespace OpsBoard.Peers;

/// <summary>Redis: a set for what is known, a stream for the events, hashes for the numbers, by one script a request, and PUBLISH to one who listens.</summary>
internal sealed class RedisJournal : IPeerJournal
{
    private const int PatienceMs = 60_000;

    private readonly ConnectionMultiplexer _connection;
    private readonly ProvinceViewer _viewer;

    private RedisJournal(ConnectionMultiplexer connection, ProvinceViewer viewer) => (_connection, _viewer) = (connection, viewer);

    private IDatabase Database => _connection.GetDatabase();

    /// <param name="socket">Of the server.</param>
    public static async Task<RedisJournal> Open(string socket, ProvinceViewer viewer)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(socket) }, AsyncTimeout = PatienceMs });
        await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal(RedisScripts.Channel), (_, message) => viewer.Tell(message.ToString()));
        return new RedisJournal(connection, viewer);
    }

    public async Task<ImmutableArray<Verdict>> Append(ImmutableArray<ServiceEvent> events)
    {
        if (events.IsEmpty) return [];
        var answers = (RedisValue[])(await Database.ScriptEvaluateAsync(RedisScripts.Append, values: [.. events.SelectMany(Words)]))!;
        return [.. answers.Select(static isNew => isNew == 1 ? Verdict.Accepted : Verdict.Duplicate)];
    }

    public async Task<PeerCounts> Count()
    {
        var levels = (long[])(await Database.ScriptEvaluateAsync(RedisScripts.Levels))!;
        return PeerCounts.Of(await Database.StreamLengthAsync("events"), levels.Index().ToDictionary(static level => level.Index + 1, static level => level.Item), _viewer.Told);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static RedisValue[] Words(ServiceEvent one) =>
        [one.Source, one.Id, one.Window.ToString(), one.Day.Number, ((int)one.Kind).ToString(CultureInfo.InvariantCulture)];
}
