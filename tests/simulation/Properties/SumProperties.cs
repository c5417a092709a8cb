using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;

namespace OpsBoard.Simulation;

/// <summary>Tallies are whole numbers, however large: they add, subtract and travel exactly.</summary>
public sealed class SumProperties
{
    private static readonly Gen<long> AnyCount = Gen.OneOf(Gen.Choose(0, 50), Gen.Choose(0, int.MaxValue), Gen.Choose(0, 1_000_000)).Select(static count => (long)count);

    private static readonly Gen<long[]> AnyCounts = AnyCount.ArrayOf(Slot.Count);

    [Fact]
    public void A_sum_is_the_sum_of_each_count_and_a_difference_undoes_it() => Held.For(AnyCounts.Two(), static pair =>
    {
        var (left, right) = (TallyOf(pair.Item1), TallyOf(pair.Item2));
        var sum = TallyOf([.. pair.Item1.Zip(pair.Item2, static (a, b) => a + b)]);
        return left + right == sum && sum - right == left && right + left == sum;
    });

    [Fact]
    public void Packed_counts_are_unpacked_as_they_were() => Held.For(AnyCounts, static counts =>
    {
        var packed = SparseCounts.Of(counts);
        return SparseCounts.Unpack(packed.Packed.ToArray()) == packed && counts.Select((count, key) => packed[key] == count).All(static same => same) && packed.Sum == counts.Sum();
    });

    private static Tally TallyOf(long[] counts)
    {
        var builder = new TallyBuilder();
        for (var slot = 0; slot < counts.Length; slot++)
        {
            for (var rest = counts[slot]; rest > 0; rest -= Math.Min(rest, int.MaxValue)) builder.Add(new Mark(default, slot, (int)Math.Min(rest, int.MaxValue)));
        }

        return builder.ToTally();
    }
}
