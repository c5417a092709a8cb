using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// What the writer of the journal tells the meter <c>OpsBoard</c>, and its activities of the same name; docs/operations.md lists them. No
/// unit, source or case is ever an attribute.
/// </summary>
public sealed class JournalMetrics
{
    /// <summary>Of the meter, and of the source of activities.</summary>
    public const string Name = "OpsBoard";

    private static readonly ActivitySource Activities = new(Name);

    // In seconds: a commit takes from a part of a millisecond on a good disk to seconds on one that drowns.
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly long[] Events = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

    private readonly Histogram<double> _commits;
    private readonly Histogram<long> _events;
    private readonly Histogram<double> _writeBacks;

    public JournalMetrics(IMeterFactory meters, CommitTimes times)
    {
        var meter = meters.Create(Name);
        Times = times;
        _commits = meter.CreateHistogram("opsboard.commit.duration", "s", "From the beginning of a transaction to its answers.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _events = meter.CreateHistogram("opsboard.commit.items", "{item}", "Items in one transaction: events, milestones, decisions, recorded frames.", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = Events });
        _writeBacks = meter.CreateHistogram("opsboard.writeback.duration", "s", "Writing the log back into the journal.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    }

    public CommitTimes Times { get; }

    /// <summary>The activity of one commit: within the first request that it answers, with links to the others.</summary>
    internal static Activity? BeginCommit(List<PendingBatch> group) => Activities.HasListeners()
        ? Activities.StartActivity("commit", ActivityKind.Internal, group[0].Asked, links: group.Skip(1).Select(static batch => new ActivityLink(batch.Asked)))
        : null;

    internal void Committed(int items, TimeSpan took)
    {
        _commits.Record(took.TotalSeconds);
        _events.Record(items);
    }

    internal void Touched(ImmutableArray<WindowChange> windows) => Times.Committed(windows);

    internal void WrittenBack(TimeSpan took) => _writeBacks.Record(took.TotalSeconds);
}
