using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using Orleans.Serialization;

namespace OpsBoard.Cluster;

/// <summary>What a message takes between silos, by the serializer itself: the bounds of messages are held by <see cref="WireSize"/>, which reckons by its rules.</summary>
public sealed class WireTests
{
    private static readonly Serializer Serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void A_path_takes_what_is_reckoned() => Holds(UnitPath.Parse("hainan/haikou/housing/w01"));

    [Fact]
    public void Numbers_take_what_is_reckoned() => Holds(new Coverage(16, 126, 1832));

    [Fact]
    public void A_tally_takes_what_is_reckoned() => Holds(new Tally(
        [.. Enumerable.Range(1, Slot.CounterCount).Select(static i => 1L << i)], new Histogram(SparseCounts.Of([1, 0, 300])), new Histogram(SparseCounts.Of([0, 2])), new DayTrend(SparseCounts.Of([70_000]))));

    // An object that occurs again is named by its number, which is shorter: what is reckoned is the most that it takes.
    [Fact]
    public void What_occurs_twice_takes_less() => Assert.InRange(Serializer.SerializeToArray(Tally.Zero).Length, 1, WireSize.Of(Tally.Zero));

    private static void Holds<T>(T message)
        where T : notnull => Assert.Equal(Serializer.SerializeToArray(message).Length, WireSize.Of(message));
}
