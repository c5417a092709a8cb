using System.Text;
using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

public sealed class FrameCutterTests
{
    private static readonly UnitPath Window = UnitPath.Parse("hainan/haikou/housing/w01");
    private static readonly DateTimeOffset Now = ManualClock.Opening;
    private static readonly long NowMs = Now.ToUnixTimeMilliseconds();

    private readonly FrameCutter _cutter = new(new Printed(Roster.Empty, new FreshnessLimits()), Roster.Empty, new IndicatorBodies(SomeIndicators.Packaged, Roster.Empty, CountingTerms.Default), BuildIdentity.Current, "k3f9");

    [Fact]
    public void A_frame_that_would_say_nothing_new_is_not_cut() =>
        Assert.Null(_cutter.Next(_cutter.Next(null, Board(dueSinceMs: 0), Now), Board(dueSinceMs: 0), Now.AddSeconds(1)));

    [Fact]
    public void A_gauge_that_time_alone_moved_is_in_the_next_body_though_no_screen_prints_it()
    {
        var board = Board(dueSinceMs: 0);
        var used = board with { Own = board.Own with { Gauges = board.Own.Gauges with { Items = new ItemStock(445, 245, 0, 0, 0, 51) } } };
        var newYear = board with { Own = board.Own with { Gauges = board.Own.Gauges with { Items = new ItemStock(445, 245, 0, 0, 0, 0) } } };

        var frame = _cutter.Next(_cutter.Next(null, used, Now), newYear, Now.AddSeconds(1));

        Assert.Contains("\"zeroTripUsed\":0", Encoding.UTF8.GetString(frame!.Snapshot.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Screens_are_told_when_a_unit_closes_though_no_figure_and_no_event_changed()
    {
        var live = _cutter.Next(null, Board(dueSinceMs: null), Now);

        var closed = _cutter.Next(live, Board(dueSinceMs: null), Now.AddMinutes(3));

        Assert.Equal("closed", FreshnessIn(PatchFormat.Write(_cutter.Between(live!, closed!, renewedFrom: null)!)).GetProperty("state").GetString());
    }

    [Fact]
    public void The_age_that_is_told_is_that_of_the_newest_event_of_windows_that_are_due()
    {
        var board = Board(dueSinceMs: 0);

        var frame = _cutter.Next(null, board with { Own = board.Own with { LastEventMs = NowMs + 60_000 } }, Now.AddMinutes(1));

        Assert.Equal(60, JsonSerializer.Deserialize<JsonElement>(frame!.Snapshot.Span).GetProperty("freshness").GetProperty("ageSeconds").GetInt64());
    }

    private static JsonElement FreshnessIn(ReadOnlyMemory<byte> patch) =>
        JsonSerializer.Deserialize<JsonElement>(patch.Span).GetProperty("freshness").GetProperty(Window.ToString());

    private static BoardState Board(long? dueSinceMs) => new(
        new Contribution(
            new Cell(Window, BusinessDay.Of(NowMs), 7, Tally.Zero),
            NowMs,
            new Gauges { WindowsDue = dueSinceMs is null ? 0 : 1, DueSinceMs = dueSinceMs, DueEventMs = dueSinceMs is null ? null : NowMs },
            NowMs,
            Windows: 1),
        []);
}
