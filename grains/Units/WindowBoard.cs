using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;

namespace OpsBoard.Units;

/// <summary>The board of one window, made from the journal's record of it.</summary>
public static class WindowBoard
{
    public static Contribution ContributionOf(WindowRecord window, BusinessDay day, long atMs, Attendance attendance)
    {
        long? lastEventMs = window.LastEventMs > 0 ? window.LastEventMs : null;
        return attendance.Seen(new Contribution(
            new Cell(window.Window, day, window.Version, window.Tally),
            atMs,
            GaugeRules.At(atMs, window.Open.AsSpan(), lastEventMs) with { Items = window.Items },
            lastEventMs,
            Windows: 1,
            GaugeRules.NextMs(atMs, window.Open.AsSpan(), lastEventMs)));
    }

    public static BoardState BoardOf(Contribution own) => new(own, []);
}
