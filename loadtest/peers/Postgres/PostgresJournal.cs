using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Events;

namespace OpsBoard.Peers;

/// <summary>PostgreSQL: a unique index and a roll-up by upsert in one statement a request, and NOTIFY to one who listens.</summary>
internal sealed class PostgresJournal : IPeerJournal
{
    private const int MostTries = 5;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ProvinceViewer _viewer;
    private readonly Task _listening;

    private PostgresJournal(NpgsqlDataSource source, NpgsqlConnection listener, ProvinceViewer viewer)
    {
        (_source, _listener, _viewer) = (source, listener, viewer);
        listener.Notification += (_, told) => viewer.Tell(told.Payload);
        _listening = Listen();
    }

    /// <param name="folder">Of the server's socket, and of an account that needs no password there.</param>
    public static async Task<PostgresJournal> Open(string folder, ProvinceViewer viewer)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder { Host = folder, Username = "opsboard", Database = "postgres", MaxAutoPrepare = 4, AutoPrepareMinUsages = 2 });
        await Run(source, PostgresStatements.Schema);
        var listener = await source.OpenConnectionAsync();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresStatements.Channel}", listener)) await listen.ExecuteNonQueryAsync();
        return new PostgresJournal(source, listener, viewer);
    }

    public async Task<ImmutableArray<Verdict>> Append(ImmutableArray<ServiceEvent> events)
    {
        if (events.IsEmpty) return [];
        var added = await Store(events);
        // Twice in one request it is new once.
        return [.. events.Select(one => added.Remove((one.Source, one.Id)) ? Verdict.Accepted : Verdict.Duplicate)];
    }

    public async Task<PeerCounts> Count()
    {
        await using var events = _source.CreateCommand(PostgresStatements.Events);
        await using var levels = _source.CreateCommand(PostgresStatements.Levels);
        var sums = new Dictionary<int, long>();
        await using (var rows = await levels.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync()) sums[rows.GetInt32(0)] = rows.GetInt64(1);
        }

        return PeerCounts.Of((long)(await events.ExecuteScalarAsync())!, sums, _viewer.Told);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        await _listener.DisposeAsync();
        await _source.DisposeAsync();
        _end.Dispose();
    }

    // The order of the locks leaves no deadlock; if the planner takes another one some day, the victim's request has changed nothing.
    private async Task<HashSet<(string Source, string Id)>> Store(ImmutableArray<ServiceEvent> events)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StoreOnce(events);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected && tries < MostTries)
            {
                // Tried again.
            }
        }
    }

    private async Task<HashSet<(string Source, string Id)>> StoreOnce(ImmutableArray<ServiceEvent> events)
    {
        await using var append = _source.CreateCommand(PostgresStatements.Append);
        Add(append, events.Select(static one => one.Source));
        Add(append, events.Select(static one => one.Id));
        Add(append, events.Select(static one => one.Window.ToString()));
        Add(append, events.Select(static one => one.Day.Number));
        Add(append, events.Select(static one => (short)one.Kind));
        var added = new HashSet<(string Source, string Id)>(events.Length);
        await using var rows = await append.ExecuteReaderAsync();
        while (await rows.ReadAsync()) added.Add((rows.GetString(0), rows.GetString(1)));
        return added;
    }

    private async Task Listen()
    {
        while (!_end.IsCancellationRequested) await _listener.WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void Add<T>(NpgsqlCommand command, IEnumerable<T> values) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. values] });

    private static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
