using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class VisitLoadTests
{
    private const int Batch = 1_000;
    private const int Batches = 60;

    private static readonly ImmutableArray<LoadWindow> Windows = LoadWindow.Of(new Province(40).Counties);

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_product_reads_every_event_of_a_load(bool isNumbered)
    {
        var events = Events(new VisitLoad(Windows, isNumbered ? Numbering.Numbered : Numbering.IdOnly, _clock));

        var refused = events.Select(told => EventReader.Read(JsonSerializer.SerializeToUtf8Bytes(told), _clock.GetUtcNow())).Where(static reading => reading.Rejection is not null || reading.Dropped > 0);

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_two_events_have_the_same_identity(bool isNumbered)
    {
        var events = Events(new VisitLoad(Windows, isNumbered ? Numbering.Numbered : Numbering.IdOnly, _clock));

        Assert.Equal(Batch * Batches, events.Select(Some.Identity).Distinct().Count());
    }

    [Fact]
    public void Each_source_numbers_its_events_without_a_gap()
    {
        var events = Events(new VisitLoad(Windows, Numbering.Numbered, _clock));

        var bySource = events.GroupBy(static told => Text(told, "source"), static told => long.Parse(Text(told, "sequence"), null));

        Assert.All(bySource, static sequence => Assert.Equal(Enumerable.Range(1, sequence.Count()).Select(static number => (long)number), sequence));
    }

    [Fact]
    public void Ids_alone_come_without_any_number()
    {
        var events = Events(new VisitLoad(Windows, Numbering.IdOnly, _clock));

        Assert.DoesNotContain(events, static told => told.TryGetProperty("sequence", out _));
    }

    [Fact]
    public void First_of_all_every_window_opens()
    {
        var load = new VisitLoad(Windows, Numbering.IdOnly, _clock);

        var first = Events(load).Take(load.Openings).Select(static told => (Text(told, "type"), Text(told, "subject")));

        Assert.Equal(Windows.Select(static window => ("opsboard.window.opened", System.Text.Encoding.ASCII.GetString(window.Path))), first);
    }

    [Fact]
    public void Cases_that_stay_open_come_next_as_many_to_every_window()
    {
        var load = new VisitLoad(Windows, Numbering.IdOnly, _clock, openCasesEach: 3);

        var events = Events(load);

        var standing = events.Skip(load.Openings).Take(load.OpenCases).ToList();
        var cases = standing.Select(CaseOf).ToHashSet();
        Assert.All(standing, static told => Assert.Equal("opsboard.case.accepted", Text(told, "type")));
        Assert.All(standing.CountBy(static told => Text(told, "subject")), static window => Assert.Equal(3, window.Value));
        Assert.Equal(load.OpenCases, cases.Count);
        Assert.DoesNotContain(events.Skip(load.Openings + load.OpenCases), told => cases.Contains(CaseOf(told)));
    }

    [Fact]
    public void Every_kind_of_visit_comes_to_every_window()
    {
        var started = Events(new VisitLoad(Windows, Numbering.IdOnly, _clock)).Select(static told => (Text(told, "subject"), Text(told, "type"))).ToLookup(static pair => pair.Item1, static pair => pair.Item2);

        Assert.All(started, static types => Assert.Superset(
            new HashSet<string>(["opsboard.ticket.abandoned", "opsboard.case.withdrawn", "opsboard.case.suspended", "opsboard.review.published", "opsboard.hotline.closed", "opsboard.window.heartbeat"]),
            types.ToHashSet()));
    }

    [Fact]
    public void What_a_board_has_to_tell_is_what_was_written()
    {
        var load = new VisitLoad(Windows, Numbering.IdOnly, _clock);

        var events = Events(load);
        load.WriteCase(new BodyBuffer(), Windows[0], number: 1);

        var (day, counts) = Assert.Single(load.Expected);
        var types = events.CountBy(static told => Text(told, "type")).ToDictionary();
        Assert.Equal(
            (Hours.DayOf(_clock.GetUtcNow()), types["opsboard.ticket.issued"], types["opsboard.case.accepted"] + 1, types["opsboard.review.submitted"], Batch * Batches + 1),
            (day, (int)counts[BoardCount.Issued], (int)counts[BoardCount.Accepted], (int)counts[BoardCount.Reviews], load.Sent));
    }

    [Fact]
    public void What_is_sent_after_midnight_belongs_to_the_next_day()
    {
        var load = new VisitLoad(Windows, Numbering.IdOnly, _clock);

        load.WriteCase(new BodyBuffer(), Windows[0], number: 1);
        _clock.Advance(TimeSpan.FromDays(1));
        load.WriteCase(new BodyBuffer(), Windows[0], number: 2);

        Assert.Equal([1L, 1L], load.Expected.Select(static day => day.Counts[BoardCount.Accepted]));
    }

    private static string? CaseOf(JsonElement told) => told.GetProperty("data").TryGetProperty("case", out var name) ? name.GetString() : null;

    private static List<JsonElement> Events(VisitLoad load)
    {
        var (body, events) = (new BodyBuffer(), new List<JsonElement>());
        for (var i = 0; i < Batches; i++)
        {
            load.Write(body, Batch);
            events.AddRange(JsonSerializer.Deserialize<JsonElement>(body.Written.Span).EnumerateArray());
        }

        return events;
    }

    private static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!;
}
