using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Supervision.Notices;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// <c>GET /api/v1/supervision?scope=&amp;kind=&amp;state=&amp;at=</c>: the entries that a scope keeps, leads or supports (督办台账), with all that was said of
/// each; as CSV too, in the columns that an import reads. With <c>at</c>, the ledger as it was known then.
/// </summary>
internal static class LedgerEndpoint
{
    public const string Path = "/api/v1/supervision";

    public static async Task<IResult> Read(string? scope, string? kind, string? state, string? at, string? format, HttpContext http, LedgerReader reader, NoticeBook notices, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        if (kind is not null && TaskKinds.Parse(kind) is null) return Unknown("kind", TaskKinds.Words);
        if (state is not null && TaskStates.Parse(state) is null) return Unknown("state", string.Join(", ", TaskStates.All.Select(TaskStates.WordOf)));
        if (!TryInstant(at, out var instant)) return Unknown("instant", "written as in 2026-11-21T10:00:00+08:00");
        var reading = await reader.Read(unit, instant, http.RequestAborted);
        var tasks = reading.In(TaskKinds.Parse(kind), TaskStates.Parse(state)).ToList();
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(LedgerColumns.All, tasks.Select(LedgerFormat.Cells), "supervision.csv")
            : UnitEndpoint.Json(LedgerFormat.Write(reading, tasks, view => notices.Of(view, reading.AsOf)));
    }

    private static bool TryInstant(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null) return true;
        if (Rfc3339.Read(System.Text.Encoding.UTF8.GetBytes(text), out var ms) != Rfc3339Fault.None || ms < Rfc3339.EarliestMs) return false;
        instant = DateTimeOffset.FromUnixTimeMilliseconds(ms);
        return true;
    }

    private static IResult Unknown(string what, string known) => UnitEndpoint.Problem(StatusCodes.Status400BadRequest, $"Unknown {what}", $"Known: {known}.");
}
