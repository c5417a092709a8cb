using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Access.Sources;

/// <summary>
/// What sources did, in amounts that a broken or hostile one cannot drive up: when each key was last used, written once a minute, and what was
/// refused, as one entry of the trail for each source and action in an hour. The first is noted at once; the rest are counted.
/// </summary>
internal sealed partial class SourceLedger(SourceBook book, AuditTrail trail, TimeProvider clock, ILogger<SourceLedger> logger) : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EntryEvery = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _uses = [];
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, string Action), Repeated> _noted = [];

    public void Used(long key) => _uses[key] = clock.GetUtcNow();

    /// <param name="items">How many of the request it concerns; 0: the request as a whole.</param>
    public void Note(RegisteredSource source, string action, int items, string detail)
    {
        Repeated? former = null;
        lock (_gate)
        {
            if (_noted.TryGetValue((source.Name, action), out var noted))
            {
                if (clock.GetElapsedTime(noted.Since) < EntryEvery)
                {
                    _noted[(source.Name, action)] = noted with { Requests = noted.Requests + 1, Items = noted.Items + items };
                    return;
                }

                former = noted;
            }

            _noted[(source.Name, action)] = new Repeated(source, action, clock.GetTimestamp(), clock.GetUtcNow(), 0, 0);
        }

        if (former is { } over) Write(over);
        Write(source, action, detail);
    }

    /// <summary>Writes what is due: uses, and counts whose hour is over.</summary>
    public void Write() => Write(noted => clock.GetElapsedTime(noted.Since) >= EntryEvery);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write(static _ => true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(WriteEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Write();
    }

    private void Write(Func<Repeated, bool> isDue)
    {
        WriteUses();
        List<Repeated> due;
        lock (_gate)
        {
            due = [.. _noted.Values.Where(isDue)];
            foreach (var noted in due) _noted.Remove((noted.Source.Name, noted.Action));
        }

        foreach (var noted in due) Write(noted);
    }

    private void Write(Repeated noted)
    {
        if (noted.Requests == 0) return;
        var items = noted.Items == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" with {noted.Items} items");
        Write(noted.Source, noted.Action, string.Create(CultureInfo.InvariantCulture, $"{noted.Requests} more requests{items} since {JsonBody.Stamp(noted.At)}"));
    }

    private void WriteUses()
    {
        var uses = _uses.ToArray().Where(pair => _uses.TryRemove(pair)).ToDictionary();
        if (uses.Count == 0) return;
        try
        {
            book.NoteUses(uses);
        }
        catch (SqliteException fault)
        {
            Log.NotWritten(logger, fault);
        }
    }

    // The request goes on without it: what it brought is judged already, and the log has it.
    private void Write(RegisteredSource source, string action, string detail)
    {
        Log.Noted(logger, source.Name, action, detail);
        try
        {
            trail.Note(source.Actor, action, source.Actor, detail);
        }
        catch (SqliteException fault)
        {
            Log.NotWritten(logger, fault);
        }
    }

    /// <param name="Since">The monotonic clock at the entry that the counts follow.</param>
    private sealed record Repeated(RegisteredSource Source, string Action, long Since, DateTimeOffset At, long Requests, long Items);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Source {Source}, {Action}: {Detail}.")]
        public static partial void Noted(ILogger logger, string source, string action, string detail);

        [LoggerMessage(LogLevel.Error, "What sources did cannot be written to the file of sources, people and walls.")]
        public static partial void NotWritten(ILogger logger, Exception fault);
    }
}
