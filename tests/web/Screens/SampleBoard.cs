using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens;

/// <summary>A busy morning: 白沙 is late, 乐东 silent, 保亭 was never heard of, 屯昌 has nothing yet, the others report.</summary>
internal static class SampleBoard
{
    public static readonly DateTimeOffset Now = ManualClock.Opening;
    public static readonly Printed Printed = new(SampleRoster.Hainan, new FreshnessLimits(), new IndicatorBodies(SomeIndicators.Packaged, SampleRoster.Hainan, CountingTerms.Default), SampleLedger.Of);

    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");
    private static readonly BusinessDay Today = BusinessDay.Of(Now);
    private static readonly long NowMs = Now.ToUnixTimeMilliseconds();

    public static Frame Frame(long version = 8123) => FrameOf(new BoardState(Own(version), Children(version)), version);

    public static Frame Window()
    {
        var housing = Busy(UnitPath.Parse("hainan/haikou/housing"), 8123, 3, NowMs - 2_000);
        return FrameOf(new BoardState(housing, []), 8123);
    }

    /// <summary>A county of which nobody was heard for an hour and a half.</summary>
    public static Frame Silent(string scope)
    {
        var county = UnitPath.Parse(scope);
        var since = NowMs - (95 * 60_000);
        return FrameOf(new BoardState(Busy(county, 7, 3, since), [Busy(county.Child("housing"), 7, 1, since), Busy(county.Child("tax"), 7, 2, since)]), 7);
    }

    /// <summary>A county with so many departments, or a department with so many windows.</summary>
    public static Frame With(string scope, int children)
    {
        var parent = UnitPath.Parse(scope);
        var all = Enumerable.Range(1, children).Select(i => Busy(parent.Child(string.Create(CultureInfo.InvariantCulture, $"w{i:00}")), 7, i % 20, NowMs - (1_000 * i), windows: i % 3)).ToImmutableArray();
        var tally = all.Aggregate(Tally.Zero, static (sum, child) => sum + child.Cell.Tally);
        var gauges = all.Aggregate(default(Gauges), static (sum, child) => sum + child.Gauges);
        return FrameOf(new BoardState(new Contribution(new Cell(parent, Today, 7, tally), NowMs, gauges, NowMs - 2_000, children), all), 7);
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

    private static Contribution Busy(UnitPath unit, long version, int i, long lastEventMs, int? windows = null) => new(
        new Cell(unit, Today, version, Tally.Zero
            .With(Counter.Accepted, 1_980 - (97 * i)).With(Counter.Completed, 1_731 - (83 * i)).With(Counter.ZeroTrip, 612 - (31 * i))
            .With(Counter.Stars5, 400 - (7 * i)).With(Counter.Stars3, 12).With(Counter.Stars1, i % 3)
            .With(Counter.OnTime, 1_600 - (83 * i)).With(Counter.Late, i % 5).With(Counter.LegalOnTime, 1_600 - (83 * i)).With(Counter.LegalLate, i % 2)
            .With(Counter.ContactDue, 4).With(Counter.ContactDone, 4 - (i % 2)).With(Counter.ContactOnTime, 3)),
        NowMs,
        new Gauges
        {
            Waiting = 41 - i,
            OldestWaitingMs = NowMs - (60_000 * (i % 7 == 2 ? 67 : 4 + (i * 3 % 23))),
            InProgress = 310 - (9 * i),
            DueSoon = i % 4 == 1 ? 5 : 0,
            Overdue = i % 5 == 0 ? 3 + i : 0,
            WindowsOpen = windows ?? 34 - i,
            WindowsPaused = i % 4 == 3 ? 1 : 0,
            WindowsOffline = i % 7 == 5 ? 1 : 0,
            BadReviewsOpen = i % 3,
            BadReviewsToContact = i % 3 == 2 ? 1 : 0,
            BadReviewsOverdue = i % 6 == 5 ? 1 : 0,
            OldestBadReviewMs = i % 3 == 0 ? null : NowMs - (86_400_000L * i),
            WindowsDue = windows is null ? 38 - i : 1,
            WindowsSilent = windows is null ? i % 6 : 0,
            DueSinceMs = 0,
            DueEventMs = lastEventMs,
        },
        lastEventMs,
        Windows: 40 - i);
}
