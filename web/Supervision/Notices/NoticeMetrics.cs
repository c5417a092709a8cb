using System.Diagnostics.Metrics;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>What a monitoring system may count of notices. Labels are faults alone: never a receiver or an entry.</summary>
internal sealed class NoticeMetrics
{
    public const string MeterName = "OpsBoard.Notices";

    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;

    public NoticeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _sent = meter.CreateCounter<long>("opsboard.notices.sent", "{notice}", "Notices that their receivers took.");
        _failed = meter.CreateCounter<long>("opsboard.notices.failed", "{attempt}", "Attempts that failed, by fault; each notice is tried again.");
    }

    public void Ended(string? fault)
    {
        if (fault is null) _sent.Add(1);
        else _failed.Add(1, new KeyValuePair<string, object?>("fault", fault));
    }
}
