using System.Collections.Immutable;
using System.Text;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>A busy morning: 白沙 is late, 乐东 silent, 保亭 was never heard of, 屯昌 has nothing yet, the others report.</summary>
internal static class SampleBoard
{
    public static readonly DateTimeOffset Now = ManualClock.Opening;
    public static readonly Printed Printed = new(SampleRoster.Hainan, new FreshnessLimits());

    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");
    private static readonly BusinessDay Today = BusinessDay.Of(Now);
    private static readonly long NowMs = Now.ToUnixTimeMilliseconds();

    public static Frame Frame(long version = 8123) => FrameOf(new BoardState(Own(version), Children(version)), version);

    public static Frame Window()
    {
        var housing = Busy(UnitPath.Parse("hainan/haikou/housing"), 8123, 3, NowMs - 2_000);
        return FrameOf(new BoardState(housing, []), 8123);
    }

    private static Frame FrameOf(BoardState board, long version) => new(
        "k3f9",
        version,
        Now,
        board,
        Printed.Of(board, NowMs),
        Encoding.UTF8.GetBytes("{}"));

    private static ImmutableArray<Contribution> Children(long version) =>
    [
        .. SampleRoster.Hainan.ChildrenOf(Hainan)
            .Where(static unit => unit.Path.Name is not ("baoting" or "sansha"))
            .Select((unit, i) => unit.Path.Name switch
            {
                "baisha" => Busy(unit.Path, version, i, NowMs - (11 * 60_000)),
                "ledong" => Busy(unit.Path, version, i, NowMs - (95 * 60_000)),
                "tunchang" => new Contribution(new Cell(unit.Path, Today, version, Tally.Zero), NowMs, new Gauges { WindowsOpen = 6 }, NowMs - 1_000, Windows: 8),
                _ => Busy(unit.Path, version, i, NowMs - (1_000 * (i + 2))),
            }),
    ];

    private static Contribution Own(long version)
    {
        var children = Children(version);
        var tally = children.Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally);
        var gauges = children.Aggregate(default(Gauges), static (sum, child) => sum + child.Gauges);
        return new Contribution(new Cell(Hainan, Today, version, tally), NowMs, gauges, NowMs - 2_000, children.Sum(static child => child.Windows));
    }

    private static Contribution Busy(UnitPath unit, long version, int i, long lastEventMs) => new(
        new Cell(unit, Today, version, Tally.Zero
            .With(Counter.Accepted, 1_980 - (97 * i)).With(Counter.Completed, 1_731 - (83 * i)).With(Counter.ZeroTrip, 612 - (31 * i))
            .With(Counter.Stars5, 400 - (7 * i)).With(Counter.Stars3, 12).With(Counter.Stars1, i % 3)),
        NowMs,
        new Gauges
        {
            Waiting = 41 - i,
            OldestWaitingMs = NowMs - (60_000 * (i % 7 == 2 ? 67 : 4 + (i * 3 % 23))),
            InProgress = 310 - (9 * i),
            DueSoon = i % 4 == 1 ? 5 : 0,
            Overdue = i % 5 == 0 ? 3 + i : 0,
            WindowsOpen = 34 - i,
            BadReviewsOpen = i % 3,
            WindowsDue = 38 - i,
            WindowsSilent = i % 6,
            DueSinceMs = 0,
            DueEventMs = lastEventMs,
        },
        lastEventMs,
        Windows: 40 - i);
}
