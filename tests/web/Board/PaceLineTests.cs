using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

public sealed class PaceLineTests
{
    private static readonly UnitPath Window = UnitPath.Parse("hainan/haikou/housing/w01");
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly ManualClock _clock = new(ManualClock.Opening);
    private readonly FrameCutter _cutter = new(new Printed(Roster.Empty, new FreshnessLimits()), Roster.Empty, new IndicatorBodies(SomeIndicators.Packaged, Roster.Empty, CountingTerms.Default), BuildIdentity.Current, "k3f9");
    private readonly PaceLine _line;
    private readonly Frame _first;

    public PaceLineTests()
    {
        _line = new PaceLine(Pace, _cutter, new LiveOptions(), _clock);
        _first = Frame(null, accepted: 1);
        _line.Offer(_first);
    }

    [Fact]
    public void A_line_begins_with_a_snapshot() => Assert.Equal((_first, 0), (_line.Newest!.Frame, _line.Newest.BaseVersion));

    [Fact]
    public void Within_the_pace_nothing_is_told()
    {
        _clock.Advance(Pace / 2);

        _line.Offer(Frame(_first, accepted: 2));

        Assert.Same(_first, _line.Newest!.Frame);
    }

    [Fact]
    public void A_patch_runs_from_what_the_line_told_last_over_all_frames_between()
    {
        var second = Frame(_first, accepted: 2);
        _line.Offer(second);
        _clock.Advance(Pace);

        _line.Offer(Frame(second, accepted: 3));

        Assert.Equal((1, 3), (_line.Newest!.BaseVersion, _line.Newest.Frame.Version));
        Assert.Equal("3", Patch().GetProperty("shown").GetProperty($"{Window}.accepted").GetProperty("t").GetString());
    }

    [Fact]
    public void That_a_unit_was_only_heard_again_is_told_with_the_next_tick()
    {
        _clock.Advance(Pace);
        var heard = Frame(_first, accepted: 1);

        _line.Offer(heard);
        var before = _line.Newest!.Frame;
        _clock.Advance(new LiveOptions().TickEvery);
        _line.Offer(heard);

        Assert.Same(_first, before);
        Assert.Same(heard, _line.Newest!.Frame);
        Assert.Equal("live", Patch().GetProperty("freshness").GetProperty(Window.ToString()).GetProperty("state").GetString());
    }

    [Fact]
    public void A_patch_between_two_ticks_carries_the_figures_alone()
    {
        _clock.Advance(Pace);

        _line.Offer(Frame(_first, accepted: 2));

        Assert.Empty(Patch().GetProperty("freshness").EnumerateObject());
    }

    [Fact]
    public void Who_joins_is_shown_the_newest_frame_and_the_next_patch_starts_from_it()
    {
        var second = Frame(_first, accepted: 2);
        _line.Join(second);
        _clock.Advance(Pace);

        _line.Offer(Frame(second, accepted: 3));

        Assert.Equal(second.Version, _line.Newest!.BaseVersion);
    }

    [Fact]
    public async Task Who_waits_for_a_later_frame_is_woken_by_it()
    {
        var waiting = _line.After(_first.Version);
        _clock.Advance(Pace);

        _line.Offer(Frame(_first, accepted: 2));

        await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_reader_goes_on_from_a_kept_version_and_from_no_other()
    {
        _clock.Advance(Pace);
        _line.Offer(Frame(_first, accepted: 2));

        Assert.Equal([new ToldPatch(1, 2, BoardRelay.PatchMessage(_line.Newest!))], _line.Since("k3f9", 1)!);
        Assert.Null(_line.Since("k3f9", 0));
        Assert.Null(_line.Since("other", 1));
    }

    [Fact]
    public void A_patch_that_is_kept_does_not_keep_its_frame()
    {
        var former = TellTwice();

        GC.Collect();

        Assert.False(former.IsAlive);
        Assert.Equal(2, _line.Since("k3f9", 1)!.Count);
    }

    // A method of its own, so that no local of the test holds the frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference TellTwice()
    {
        _clock.Advance(Pace);
        var second = Frame(_first, accepted: 2);
        _line.Offer(second);
        _clock.Advance(Pace);
        _line.Offer(Frame(second, accepted: 3));
        return new WeakReference(second);
    }

    private JsonElement Patch() => JsonSerializer.Deserialize<JsonElement>(_line.Newest!.Patch.Span);

    private Frame Frame(Frame? before, long accepted)
    {
        var now = _clock.GetUtcNow();
        var nowMs = now.ToUnixTimeMilliseconds();
        var cell = new Cell(Window, BusinessDay.Of(nowMs), (before?.Board.Version ?? 0) + 1, Tally.Zero.With(Counter.Accepted, accepted));
        var own = new Contribution(cell, nowMs, new Gauges { WindowsDue = 1, DueSinceMs = 0, DueEventMs = nowMs }, nowMs, Windows: 1);
        return _cutter.Next(before, new BoardState(own, []), now)!;
    }
}
