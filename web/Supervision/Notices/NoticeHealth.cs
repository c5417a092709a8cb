using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>What a supervisor is told of notices: numbers alone, no unit and no receiver.</summary>
/// <param name="Looked">When notices were last looked for; null before the first time.</param>
/// <param name="OldestDue">When the oldest of those that wait fell due.</param>
internal sealed record NoticeHealth(string? Looked, int Waiting, string? OldestDue, int WaysDown, int GivenUp, int Unlisted)
{
    public static NoticeHealth Of(NoticeTurn? last) => new(
        last is null ? null : JsonBody.Stamp(last.At),
        last?.Waiting ?? 0,
        last?.OldestDueMs is { } due ? JsonBody.Stamp(DateTimeOffset.FromUnixTimeMilliseconds(due)) : null,
        last?.WaysDown ?? 0,
        last?.GivenUp ?? 0,
        last?.Unlisted ?? 0);
}
