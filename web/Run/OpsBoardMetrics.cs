using System.Diagnostics.Metrics;
using OpsBoard.Journal;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Run;

/// <summary>
/// The meter <c>OpsBoard</c>; docs/operations.md lists its instruments. Labels are reasons and verdicts alone: never a window, a case or a source.
/// </summary>
internal sealed class OpsBoardMetrics
{
    public const string MeterName = "OpsBoard";

    // Promises are made at 1 s; a disk that drowns takes minutes.
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.5, 5, 10, 30, 60];

    private readonly Meter _meter;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _items;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _rejected;
    private readonly Histogram<double> _acknowledged;
    private readonly Histogram<double> _shown;
    private readonly Counter<long> _viewersRefused;
    private readonly Counter<long> _viewersSlowed;
    private readonly Counter<long> _viewersCut;

    public OpsBoardMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _refused = _meter.CreateCounter<long>("opsboard.intake.refused", "{request}", "Requests that were refused as a whole, by reason.");
        _items = _meter.CreateCounter<long>("opsboard.intake.items", "{item}", "Items that were judged, by verdict.");
        _dropped = _meter.CreateCounter<long>("opsboard.intake.dropped", "{member}", "Members of data and fields of lines that nobody reads, personal data among them; they were neither stored nor logged.");
        _rejected = _meter.CreateCounter<long>("opsboard.intake.rejected", "{item}", "Items that were rejected, by reason.");
        _acknowledged = _meter.CreateHistogram("opsboard.intake.duration", "s", "From the arrival of a request to the answer that its items are stored, by lane.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _shown = _meter.CreateHistogram("opsboard.board.lag", "s", "From a commit to the first frame of its province that holds it.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _viewersRefused = _meter.CreateCounter<long>("opsboard.viewers.refused", "{connection}", "Viewers that were not let in, by reason.");
        _viewersSlowed = _meter.CreateCounter<long>("opsboard.viewers.slowed", "{message}", "Messages after which a slow viewer was told less often.");
        _viewersCut = _meter.CreateCounter<long>("opsboard.viewers.cut", "{connection}", "Viewers that took nothing for too long and were cut off.");
    }

    public void Refused(string reason) => _refused.Add(1, Label("reason", reason));

    public void Judged(IntakeAnswer answer)
    {
        _items.Add(answer.Accepted, Label("verdict", "accepted"));
        _items.Add(answer.Duplicate, Label("verdict", "duplicate"));
        _items.Add(answer.Conflict, Label("verdict", "conflict"));
        _items.Add(answer.Rejected, Label("verdict", "rejected"));
        foreach (var (reason, items) in answer.Results.Where(static result => result.Reason is not null).CountBy(static result => result.Reason!, StringComparer.Ordinal)) _rejected.Add(items, Label("reason", reason));
    }

    public void Dropped(int members) => _dropped.Add(members);

    public void Acknowledged(Lane lane, TimeSpan took) => _acknowledged.Record(took.TotalSeconds, Label("lane", lane == Lane.Live ? "live" : Lanes.Backfill));

    public void Shown(TimeSpan afterItsCommit) => _shown.Record(afterItsCommit.TotalSeconds);

    public void ViewerRefused(string reason) => _viewersRefused.Add(1, Label("reason", reason));

    public void ViewerSlowed() => _viewersSlowed.Add(1);

    public void ViewerCut() => _viewersCut.Add(1);

    /// <summary>Shows a number that somebody else keeps, whenever it is asked for.</summary>
    public void Watch(string name, string unit, string description, Func<long> read) => _meter.CreateObservableGauge(name, read, unit, description);

    /// <summary>The same for an age, in seconds; nothing is told while there is none.</summary>
    public void WatchAge(string name, string description, Func<TimeSpan?> read) => _meter.CreateObservableGauge(name, () => read() is { } age ? (Measurement<double>[])[new(age.TotalSeconds)] : [], "s", description);

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
