using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>What one subject adds to a <see cref="Slot"/> of the tally of a business day: 1, or -1 where something leaves a stock.</summary>
public readonly record struct Mark(BusinessDay Day, int Slot, int Times = 1)
{
    public static Mark Of(long atMs, Counter counter) => new(BusinessDay.Of(atMs), Counting.Slot.Of(counter));
}
