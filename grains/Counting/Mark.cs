using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>One count of one subject: it adds 1 to a <see cref="Slot"/> of the tally of a business day.</summary>
public readonly record struct Mark(BusinessDay Day, int Slot)
{
    public static Mark Of(long atMs, Counter counter) => new(BusinessDay.Of(atMs), Counting.Slot.Of(counter));
}
