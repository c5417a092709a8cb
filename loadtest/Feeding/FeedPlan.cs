using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OpsBoard.LoadTest;

/// <summary>What a feed sends.</summary>
internal sealed record FeedPlan
{
    public long Seed { get; init; } = 1;

    public int Windows { get; init; } = Province.DefaultWindows;

    /// <summary>Events in a request, 1 to 1,000.</summary>
    public int Batch { get; init; } = 500;

    /// <summary>The speed assumed if the server does not tell its own.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Zero for no heartbeats.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>On the first day nothing is sent that happened earlier.</summary>
    public TimeOnly From { get; init; }

    /// <summary>On the first day the feed ends with the last event before it; null to go on from day to day.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>First of all the ledger of supervision is told, as it stands when the month begins.</summary>
    public bool HasSupervision { get; init; }

    /// <summary>The registered source that sends; null: nobody in particular.</summary>
    public string? Source { get; init; }

    /// <summary>The backlog, then the events from the business day of <paramref name="now"/> on, in time order.</summary>
    public IEnumerable<ServiceEvent> Events(DateTimeOffset now)
    {
        var day = Hours.DayOf(now);
        var from = Hours.Midnight(day) + From.ToTimeSpan();
        var province = new Province(Windows);
        var events = new Backlog(province, day, Seed).Events().Concat(new Timeline(province, Seed, Heartbeat).From(day).SkipWhile(told => told.Time < from)).Select(Named);
        if (Until is not { } until) return events;
        var end = Hours.Midnight(day) + until.ToTimeSpan();
        return events.TakeWhile(told => told.Time < end);
    }

    /// <summary>What is told of supervision on the business day of <paramref name="now"/>.</summary>
    public ImmutableArray<JsonObject> Supervision(DateTimeOffset now) => new SupervisionMonth(new Province(Windows), Hours.DayOf(now), Source is null ? "urn:opsboard:loadtest:supervision" : $"{Source}/supervision").Acts();

    // A registered source sends under its own name, or names beneath it: one for each county here.
    private ServiceEvent Named(ServiceEvent told) => Source is null ? told : told with { Source = $"{Source}/{told.Source[(told.Source.LastIndexOf(':') + 1)..]}" };
}
