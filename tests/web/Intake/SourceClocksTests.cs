using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Tests.Intake;

public sealed class SourceClocksTests
{
    private readonly ManualClock _clock = new();
    private readonly SourceClocks _clocks;

    public SourceClocksTests() => _clocks = new SourceClocks(_clock);

    [Fact]
    public void A_source_whose_clock_is_three_minutes_fast_is_told()
    {
        Send("fast", requests: 5, TimeSpan.FromMinutes(3));

        Assert.Equal(new SourceClock("fast", TimeSpan.FromMinutes(3), 5, _clock.GetUtcNow()), _clocks.Of("fast"));
        Assert.True(_clocks.Of("fast")!.IsOff);
    }

    [Fact]
    public void A_source_whose_clock_is_so_fast_that_its_items_are_refused_is_told_too()
    {
        Send("ahead", requests: 5, TimeSpan.FromHours(1));

        Assert.Equal((TimeSpan.FromHours(1), true), (_clocks.Of("ahead")!.Median, _clocks.Of("ahead")!.IsOff));
    }

    [Fact]
    public void A_source_whose_clock_is_slow_is_told() => Assert.True(After("slow", 5, TimeSpan.FromMinutes(-3)).IsOff);

    [Fact]
    public void Two_minutes_are_not_noticed() => Assert.False(After("near", 31, TimeSpan.FromMinutes(2)).IsOff);

    [Fact]
    public void Four_requests_say_nothing_about_a_clock() => Assert.False(After("new", 4, TimeSpan.FromHours(-1)).IsOff);

    [Fact]
    public void A_few_late_requests_after_an_outage_do_not_make_a_clock_slow()
    {
        Send("prompt", requests: 16, TimeSpan.Zero);
        Send("prompt", requests: 15, TimeSpan.FromHours(-2));

        Assert.Equal(TimeSpan.Zero, _clocks.Of("prompt")!.Median);
    }

    [Fact]
    public void A_clock_that_was_set_is_right_again_after_sixteen_requests()
    {
        Send("mended", requests: 31, TimeSpan.FromMinutes(3));
        Send("mended", requests: 16, TimeSpan.Zero);

        Assert.False(_clocks.Of("mended")!.IsOff);
    }

    [Fact]
    public void Of_a_request_the_newest_event_of_each_source_counts()
    {
        _clocks.Note([Item("a", TimeSpan.FromHours(-1)), Item("a", TimeSpan.FromSeconds(-1)), Item("b", TimeSpan.FromSeconds(1))]);

        Assert.Equal([("a", -1.0), ("b", 1.0)], _clocks.All.Select(static source => (source.Source, source.Median.TotalSeconds)));
    }

    [Fact]
    public void Items_that_say_neither_source_nor_time_are_nobodys() => Assert.Empty(Noted(EventReader.Read("7"u8.ToArray(), _clock.GetUtcNow())));

    [Fact]
    public void Of_more_sources_than_are_kept_those_heard_longest_ago_are_forgotten()
    {
        _clocks.Note([Item("first", TimeSpan.Zero)]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clocks.Note(Enumerable.Range(0, 2048).Select(i => Item($"s{i}", TimeSpan.Zero)));

        Assert.Equal((2048, null), (_clocks.All.Length, _clocks.Of("first")));
    }

    private SourceClock After(string source, int requests, TimeSpan skew)
    {
        Send(source, requests, skew);
        return _clocks.Of(source)!;
    }

    private ImmutableArray<SourceClock> Noted(Reading reading)
    {
        _clocks.Note([reading]);
        return _clocks.All;
    }

    private void Send(string source, int requests, TimeSpan skew)
    {
        for (var i = 0; i < requests; i++) _clocks.Note([Item(source, skew)]);
    }

    private Reading Item(string source, TimeSpan skew) => EventReader.Read(
        SomeItem.Bytes(("source", $"\"{source}\""), ("time", $"\"{Rfc3339.Write((_clock.GetUtcNow() + skew).ToUnixTimeMilliseconds())}\"")), _clock.GetUtcNow());
}
