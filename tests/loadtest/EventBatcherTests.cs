using System.Text;
using System.Text.Json;

namespace OpsBoard.LoadTest;

public sealed class EventBatcherTests
{
    private static readonly ServiceEvent Called = new("urn:opsboard:demo:haikou", "e1", EventType.TicketCalled, "hainan/haikou/housing/w01", Some.At(10, 0), new() { Ticket = "t1" });

    [Fact]
    public void An_event_is_written_as_a_structured_cloud_event() => Assert.Equal(
        """[{"specversion":"1.0","id":"e1","source":"urn:opsboard:demo:haikou","type":"opsboard.ticket.called","subject":"hainan/haikou/housing/w01","time":"2026-11-20T10:00:00.000+08:00","datacontenttype":"application/json","data":{"ticket":"t1"}}]""",
        Encoding.UTF8.GetString(Some.Bytes([Called])));

    [Fact]
    public void A_numbered_event_carries_its_stream_epoch_and_sequence() => Assert.Contains(
        "\"stream\":\"a\",\"epoch\":\"2\",\"sequence\":\"17\"",
        Encoding.UTF8.GetString(Some.Bytes([Called with { Number = new("a", 2, 17) }])),
        StringComparison.Ordinal);

    [Fact]
    public void No_batch_of_a_day_is_larger_than_the_intake_takes()
    {
        var batches = Some.Batches(Some.WholeDay.Value).Select(batch => (batch.Events.Count, batch.Body.Length)).ToArray();

        Assert.All(batches, batch => Assert.InRange(batch.Count, 1, 1000));
        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, 1 << 20));
        Assert.Equal(Some.WholeDay.Value.Count, batches.Sum(batch => batch.Count));
    }

    [Fact]
    public void A_batch_of_long_events_ends_before_the_limit_of_bytes()
    {
        var isLong = Called with { Data = new() { Reason = new string('r', 3000) } };

        var batches = Some.Batches(Enumerable.Repeat(isLong, 1000)).ToArray();

        Assert.Equal(1000, batches.Sum(batch => batch.Events.Count));
        Assert.All(batches, batch => Assert.InRange(batch.Body.Length, 1, 1 << 20));
    }

    [Fact]
    public void Only_what_has_happened_is_taken()
    {
        using var batcher = new EventBatcher(new[] { Called, Called with { Id = "e2", Time = Some.At(10, 1) } }.AsEnumerable().GetEnumerator(), limit: 500);

        Assert.Null(batcher.TakeUntil(Some.At(9, 59)));
        Assert.Equal("e1", Assert.Single(batcher.TakeUntil(Some.At(10, 0))!.Events).Id);
        Assert.Equal(Some.At(10, 1), batcher.Next);
        Assert.Equal("e2", Assert.Single(batcher.TakeUntil(Some.At(11, 0))!.Events).Id);
        Assert.Null(batcher.Next);
    }

    [Fact]
    public void A_batch_is_well_formed_json()
    {
        var batch = Some.Batches(Some.WholeDay.Value.Take(500)).First();

        Assert.Equal(500, JsonDocument.Parse(batch.Body).RootElement.GetArrayLength());
    }
}
