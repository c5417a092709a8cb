using System.Diagnostics.Metrics;
using OpsBoard.Journal;

namespace OpsBoard.Web.Recount;

/// <summary>What a monitoring system may count of the recount in the background.</summary>
internal sealed class RecountMetrics
{
    public const string MeterName = "OpsBoard.Recount";

    private readonly Counter<long> _events;
    private readonly Counter<long> _cells;
    private readonly Counter<long> _differences;
    private readonly Counter<long> _rounds;

    public RecountMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _events = meter.CreateCounter<long>("opsboard.recount.events", "{event}", "Events recounted in the background.");
        _cells = meter.CreateCounter<long>("opsboard.recount.cells", "{cell}", "Cells compared with their recount.");
        _differences = meter.CreateCounter<long>("opsboard.recount.differences", "{figure}", "Figures that differed from their recount; more than 0 is an alarm.");
        _rounds = meter.CreateCounter<long>("opsboard.recount.rounds", "{round}", "Full rounds over all windows.");
    }

    public void Compared(RecountResult result)
    {
        _events.Add(result.Events);
        _cells.Add(result.Cells);
        _differences.Add(result.Differences.Length);
    }

    public void RoundEnded() => _rounds.Add(1);
}
