using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

public sealed class WriterQueueTests
{
    private const int Roomy = 1 << 20;

    private readonly WriterQueue _queue = new(mostEvents: 100, mostBytes: Roomy);

    [Fact]
    public void Batches_are_taken_in_their_order_up_to_the_limit_of_a_commit()
    {
        var batches = Enumerable.Range(0, 3).Select(static _ => Batch(events: 2)).ToArray();
        foreach (var batch in batches) _queue.Add(batch);

        var (first, second) = (_queue.Take(3), _queue.Take(3));

        Assert.Equal((batches[..2], batches[2..]), (first.ToArray(), second.ToArray()), PairComparer);
    }

    [Fact]
    public void What_exceeds_the_events_is_refused_until_others_are_answered()
    {
        var (first, second) = (Batch(events: 60), Batch(events: 60));
        _queue.Add(first);

        var fault = Assert.Throws<JournalUnavailableException>(() => _queue.Add(second));
        _queue.Take(100);
        Assert.Throws<JournalUnavailableException>(() => _queue.Add(second));
        _queue.Release(first);
        _queue.Add(second);

        Assert.Equal((true, 60), (fault.IsBusy, _queue.Waiting.Events));
    }

    [Fact]
    public void What_exceeds_the_bytes_is_refused_though_there_is_room_for_its_events()
    {
        var batch = Batch(events: 1);
        var queue = new WriterQueue(100, (2 * batch.Bytes) - 1);
        queue.Add(batch);

        Assert.True(Assert.Throws<JournalUnavailableException>(() => queue.Add(Batch(events: 1))).IsBusy);
    }

    [Fact]
    public void One_backfill_batch_is_taken_for_every_four_live_ones_where_both_wait()
    {
        for (var i = 0; i < 10; i++) _queue.Add(Batch(events: 1));
        for (var i = 0; i < 3; i++) _queue.Add(Batch(events: 1, Lane.Backfill));

        var taken = _queue.Take(100);

        Assert.Equal("LLLLBLLLLBLLB", string.Concat(taken.Select(static batch => batch.Lane == Lane.Live ? 'L' : 'B')));
    }

    [Fact]
    public void The_turns_of_the_lanes_go_on_from_commit_to_commit()
    {
        for (var i = 0; i < 5; i++) _queue.Add(Batch(events: 1));
        _queue.Add(Batch(events: 1, Lane.Backfill));

        var taken = Enumerable.Range(0, 6).Select(_ => _queue.Take(1)[0].Lane);

        Assert.Equal([Lane.Live, Lane.Live, Lane.Live, Lane.Live, Lane.Backfill, Lane.Live], taken);
    }

    [Fact]
    public void Backfill_fills_no_more_than_a_quarter()
    {
        for (var i = 0; i < 5; i++) _queue.Add(Batch(events: 5, Lane.Backfill));

        Assert.Throws<JournalUnavailableException>(() => _queue.Add(Batch(events: 1, Lane.Backfill)));
        _queue.Add(Batch(events: 75));

        Assert.Equal(100, _queue.Waiting.Events);
    }

    [Fact]
    public void A_backfill_batch_above_a_quarter_is_taken_when_none_waits() => _queue.Add(Batch(events: 80, Lane.Backfill));

    [Fact]
    public void A_closed_queue_gives_what_it_has_and_then_nothing_and_takes_no_more()
    {
        _queue.Add(Batch(events: 1));
        _queue.Close();

        Assert.False(Assert.Throws<JournalUnavailableException>(() => _queue.Add(Batch(events: 1))).IsBusy);
        Assert.Equal((1, 0), (_queue.Take(100).Count, _queue.Take(100).Count));
    }

    [Fact]
    public async Task The_writer_waits_for_the_first_batch()
    {
        var taking = Task.Factory.StartNew(() => _queue.Take(100), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var batch = Batch(events: 1);

        _queue.Add(batch);

        Assert.Equal([batch], await taking);
    }

    private static readonly EqualityComparer<(PendingBatch[], PendingBatch[])> PairComparer =
        EqualityComparer<(PendingBatch[], PendingBatch[])>.Create(static (left, right) => left.Item1.SequenceEqual(right.Item1) && left.Item2.SequenceEqual(right.Item2));

    private static PendingBatch Batch(int events, Lane lane = Lane.Live) =>
        new() { Lane = lane, Events = [.. Enumerable.Range(0, events).Select(static i => PendingEvent.Of(Some.Accepted($"c{i}")))] };
}
