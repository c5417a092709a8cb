using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Recount;

/// <summary>What a supervisor is told of the recount in the background; which figures differ is on the page <c>/recount</c>.</summary>
/// <param name="Status"><c>never</c> before the first full round, <c>equal</c>, or <c>differs</c>: then the numbers on screens cannot be trusted.</param>
/// <param name="Finished">When the last full round ended; null before the first.</param>
/// <param name="UnitsApart">Units whose boards were not as the journal.</param>
internal sealed record RecountHealth(string Status, string? Started, string? Finished, int Windows, long Events, long Cells, int Differences, int UnitsApart)
{
    public static RecountHealth Of(RecountLedger ledger, UnitAlarms alarms)
    {
        var last = ledger.Last;
        var status = ledger.IsAlarm ? "differs" : last is null ? "never" : "equal";
        return new RecountHealth(
            status,
            last is null ? null : JsonBody.Stamp(last.Started),
            last?.Finished is { } finished ? JsonBody.Stamp(finished) : null,
            last?.Windows ?? 0,
            last?.Events ?? 0,
            last?.Cells ?? 0,
            Math.Max(last?.Differing ?? 0, ledger.Running?.Differing ?? 0),
            alarms.Units.Length);
    }
}
