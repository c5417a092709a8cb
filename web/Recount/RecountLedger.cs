using System.Collections.Immutable;
using OpsBoard.Journal;

namespace OpsBoard.Web.Recount;

/// <summary>The last full round of the recount, and the one under way. An alarm holds until a full round finds nothing.</summary>
internal sealed class RecountLedger
{
    // Replaced as wholes by the one who recounts, and read by anybody.
    private volatile RecountStanding? _last;
    private volatile RecountStanding? _running;

    public RecountStanding? Last => _last;

    public RecountStanding? Running => _running;

    /// <summary>Where figures differ, by what is known now: found by the round under way, or by the last full one.</summary>
    public ImmutableArray<RecountDifference> Differences => [.. (_running?.Differences ?? []).Union(_last?.Differences ?? [])];

    public bool IsAlarm => _running is { Differing: > 0 } || _last is { Differing: > 0 };

    public void Enter(RecountStanding running) => _running = running;

    public void End(RecountStanding finished)
    {
        _last = finished;
        _running = null;
    }

    /// <summary>The round was not finished: what it found before is the last that is known.</summary>
    public void Abandon() => _running = null;
}
