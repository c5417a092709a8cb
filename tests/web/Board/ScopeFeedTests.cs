using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

public sealed class ScopeFeedTests
{
    private static readonly UnitPath Window = UnitPath.Parse("hainan/haikou/housing/w01");
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ManualClock _clock = new();
    private readonly LiveOptions _options = new();

    [Fact]
    public async Task What_happens_right_after_a_look_that_found_nothing_is_told_at_once()
    {
        await using var feed = await Open();
        await Pass(_options.PaceEvery);
        await Pass(LookEvery);
        await _clock.Awaits(LookEvery).WaitAsync(Patience, TestContext.Current.CancellationToken);
        var told = feed.After(1, ViewerPace.Wall);

        feed.OnBoardChanged(Board(version: 2));

        await told.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_happens_right_after_something_was_told_waits_for_the_pace()
    {
        await using var feed = await Open();
        await Pass(_options.PaceEvery);
        await _clock.Awaits(LookEvery).WaitAsync(Patience, TestContext.Current.CancellationToken);
        feed.OnBoardChanged(Board(version: 2));
        await feed.After(1, ViewerPace.Wall).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _clock.Awaits(_options.PaceEvery).WaitAsync(Patience, TestContext.Current.CancellationToken);

        feed.OnBoardChanged(Board(version: 3));
        _clock.Advance(_options.PaceEvery - TimeSpan.FromMilliseconds(1));

        Assert.Equal(2, feed.Told(ViewerPace.Wall).Frame.Version);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await feed.After(2, ViewerPace.Wall).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Though_timers_fire_a_moment_early_nothing_waits_for_a_second_pace()
    {
        var (moment, early) = (TimeSpan.FromMilliseconds(1), _options.PaceEvery - TimeSpan.FromMilliseconds(1));
        await using var feed = await Open(new EarlyTimers(_clock, moment));
        await Pass(early);
        await Pass(moment);
        await _clock.Awaits(LookEvery - moment).WaitAsync(Patience, TestContext.Current.CancellationToken);
        feed.OnBoardChanged(Board(version: 2));
        await feed.After(1, ViewerPace.Wall).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _clock.Awaits(early).WaitAsync(Patience, TestContext.Current.CancellationToken);

        feed.OnBoardChanged(Board(version: 3));
        await Pass(early);

        Assert.Equal(2, feed.Told(ViewerPace.Wall).Frame.Version);
        await Pass(moment);
        await feed.After(2, ViewerPace.Wall).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private async Task Pass(TimeSpan span)
    {
        await _clock.Awaits(span).WaitAsync(Patience, TestContext.Current.CancellationToken);
        _clock.Advance(span);
    }

    private async Task<ScopeFeed> Open(TimeProvider? clock = null)
    {
        var cutter = new FrameCutter(new Printed(Roster.Empty, new FreshnessLimits()), Roster.Empty, new IndicatorBodies(SomeIndicators.Packaged, Roster.Empty, CountingTerms.Default), BuildIdentity.Current, "k3f9");
        return await ScopeFeed.Open(new StubUnit(Board(version: 1)), new StubFactory(), cutter, journal: null!, _options, clock ?? _clock, static _ => { }, NullLogger.Instance);
    }

    private static BoardState Board(long version) => new(
        new Contribution(
            new Cell(Window, BusinessDay.Of(ManualClock.Opening), version, Tally.Zero.With(new ItemStock(version, 0, 0, 0, 0, 0))),
            ManualClock.Opening.ToUnixTimeMilliseconds() + version,
            new Gauges { Waiting = version },
            ManualClock.Opening.ToUnixTimeMilliseconds(),
            Windows: 1),
        []);

    /// <summary>Timers that fire a moment before their time, as those of the runtime may.</summary>
    private sealed class EarlyTimers(ManualClock clock, TimeSpan moment) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime > moment ? dueTime - moment : dueTime, period);
    }

    private sealed class StubUnit(BoardState board) : IUnitGrain
    {
        public Task<BoardState> Subscribe(IBoardObserver observer) => Task.FromResult(board);

        public Task Unsubscribe(IBoardObserver observer) => Task.CompletedTask;

        public Task Touch(long version) => Task.CompletedTask;
    }

    private sealed class StubFactory : IGrainFactory
    {
        public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
            where TGrainInterface : IGrainWithStringKey => throw new NotSupportedException();

        public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
            where TGrainObserverInterface : IGrainObserver => (TGrainObserverInterface)obj;

        public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
            where TGrainObserverInterface : IGrainObserver
        {
        }
    }
}
