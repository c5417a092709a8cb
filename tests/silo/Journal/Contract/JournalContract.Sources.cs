using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>What the journal says of those who send.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_number_that_did_not_come_is_told_as_a_gap_until_it_comes()
    {
        await House.Append([.. Enumerable.Range(1, 812).Select(static number => Numbered(number))]);
        await House.Append(Numbered(814));

        var before = Assert.Single((await Gaps()).Streams);
        await House.Append(Numbered(813));
        var after = Assert.Single((await Gaps()).Streams);

        Assert.Equal(("1..812 814", "813", 1L), (string.Join(' ', before.Held), string.Join(' ', before.Gaps), before.Missing));
        Assert.Equal(("1..814", 0L, 814L), (string.Join(' ', after.Held), after.Missing, after.Count));
    }

    [Fact]
    public async Task Numbers_in_any_order_and_batching_are_held_as_the_same_ranges()
    {
        var numbers = Enumerable.Range(0, 400).Where(static number => number % 37 != 5).ToArray();
        new Random(7).Shuffle(numbers);

        foreach (var batch in numbers.Chunk(13)) await House.Append([.. batch.Select(static number => Numbered(number))]);

        var stream = Assert.Single((await Gaps()).Streams);
        Assert.Equal("5 42 79 116 153 190 227 264 301 338 375", string.Join(' ', stream.Gaps));
        Assert.Equal((389L, 11L), (stream.Count, stream.Missing));
    }

    [Fact]
    public async Task Each_stream_and_each_epoch_is_a_numbering_of_its_own()
    {
        await House.Append(Numbered(1), Numbered(1, stream: "other"), Numbered(1, epoch: 2), Numbered(2, epoch: 2));

        Assert.Equal(["/1 1", "/2 1..2", "other/1 1"], (await Gaps()).Streams.Select(static stream => $"{stream.Stream}/{stream.Epoch} {stream.Held[0]}"));
    }

    [Fact]
    public async Task What_contradicts_is_counted_for_ever_and_overwrites_nothing()
    {
        await House.Append(Numbered(1), Some.Accepted("c1", trips: 0));
        await House.Append(Numbered(1) with { Id = "thief" }, Some.Accepted("c1", trips: 2), Some.Accepted("c1", trips: 2));
        await House.Append(Some.Accepted("c1", trips: 3));

        await House.Reopen();

        var gaps = await Gaps();
        Assert.Equal(["c1-accepted Content 3", "thief Number 1"], gaps.Conflicts.Select(static conflict => $"{conflict.EventId} {conflict.Kind} {conflict.Times}").Order(StringComparer.Ordinal));
        var source = Assert.Single(await House.Store.ReadSources());
        Assert.Equal((2L, 1L, 1L), (source.Events, source.ContentConflicts, source.NumberConflicts));
    }

    [Fact]
    public async Task A_retry_is_a_duplicate_and_neither_a_conflict_nor_an_event_more()
    {
        await House.Append(Numbered(1));
        await House.Append(Numbered(1));

        var source = Assert.Single(await House.Store.ReadSources());
        Assert.Equal((1L, 0L, 0L, 0L), (source.Events, source.ContentConflicts, source.NumberConflicts, source.Missing));
    }

    [Fact]
    public async Task A_source_that_never_sent_is_unknown() => Assert.Null(await House.Store.ReadGaps("urn:nobody", 10));

    private static ServiceEvent Numbered(long number, string stream = "", long epoch = 1) =>
        Some.Issued($"{stream}-{epoch}-{number}") with { Mark = new SequenceMark(stream, epoch, number) };

    private async Task<SourceGaps> Gaps() => (await House.Store.ReadGaps("urn:test", 1_000))!;
}
