using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace OpsBoard.Web.Access;

/// <summary>
/// Notices within a second that somebody's rights changed, in this process or through a verb in another one. What was read of them is kept
/// only until then.
/// </summary>
internal sealed partial class AccessWatch(AccessDatabase database, TimeProvider clock, ILogger<AccessWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private ImmutableArray<Action> _told = [];
    private long _newest = NewestIn(database);

    /// <summary>The number of the newest entry that was seen: what was read before it may be old.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    /// <summary>From now on it is called after each change, for as long as the server lives.</summary>
    public void Tell(Action changed) => ImmutableInterlocked.Update(ref _told, static (told, changed) => told.Add(changed), changed);

    /// <summary>Looks at once.</summary>
    public void Look()
    {
        var newest = NewestIn(database);
        if (Interlocked.Exchange(ref _newest, newest) == newest) return;
        foreach (var changed in _told) changed();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Look();
            }
            catch (SqliteException fault)
            {
                Log.NotRead(logger, fault);
            }
        }
    }

    // Every act on rights leaves an entry in the trail.
    private static long NewestIn(AccessDatabase database) => database.Read(Audit.AuditTrail.Newest);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The file of sources, people and walls cannot be read; what was read last holds.")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
