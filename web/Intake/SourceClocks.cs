using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Web.Intake;

/// <summary>
/// Watches the clocks of sources by what they send live: of each request the newest event of a source counts, since it was sent soonest.
/// Kept in memory alone and bounded; the median forgives single late requests, such as those after an outage.
/// </summary>
public sealed class SourceClocks(TimeProvider clock)
{
    private const int LatestRequests = 31;
    private const int MostSources = 2048;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Heard> _sources = new(StringComparer.Ordinal);

    /// <summary>All sources that were heard, in the order of their names.</summary>
    public ImmutableArray<SourceClock> All
    {
        get
        {
            lock (_gate) return [.. _sources.Select(static pair => pair.Value.As(pair.Key)).OrderBy(static source => source.Source, StringComparer.Ordinal)];
        }
    }

    /// <returns>Null when the source was not heard since the start.</returns>
    public SourceClock? Of(string source)
    {
        lock (_gate) return _sources.GetValueOrDefault(source)?.As(source);
    }

    internal void Note(IEnumerable<Reading> items)
    {
        var newest = items.Where(static item => item.Told is not null).Select(static item => item.Told!.Value)
            .GroupBy(static told => told.Source, static told => told.OccurredMs, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var source in newest) HeardOf(source.Key).Note(source.Max() - now.ToUnixTimeMilliseconds(), now);
        }
    }

    private Heard HeardOf(string source)
    {
        if (_sources.TryGetValue(source, out var heard)) return heard;
        if (_sources.Count == MostSources) _sources.Remove(_sources.MinBy(static pair => pair.Value.At).Key);
        return _sources[source] = new Heard();
    }

    private sealed class Heard
    {
        private readonly Queue<long> _skewsMs = new(LatestRequests);

        public DateTimeOffset At { get; private set; }

        public void Note(long skewMs, DateTimeOffset now)
        {
            if (_skewsMs.Count == LatestRequests) _skewsMs.Dequeue();
            _skewsMs.Enqueue(skewMs);
            At = now;
        }

        public SourceClock As(string source) => new(source, TimeSpan.FromMilliseconds(_skewsMs.Order().ElementAt((_skewsMs.Count - 1) / 2)), _skewsMs.Count, At);
    }
}
