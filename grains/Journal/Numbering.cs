using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>Which numbers of one stream and epoch are held. What lies before the first or after the last of them is not known to be missing.</summary>
/// <param name="Count">Numbers that are held.</param>
/// <param name="Ranges">Stretches without a gap, of which <paramref name="Held"/> are the first.</param>
public sealed record Numbering(string Stream, long Epoch, long First, long Last, long Count, long Ranges, ImmutableArray<NumberRange> Held)
{
    public long Missing => Last - First + 1 - Count;

    /// <summary>Between the ranges that are listed.</summary>
    public IEnumerable<NumberRange> Gaps => Held.Zip(Held.Skip(1), static (before, after) => new NumberRange(before.Last + 1, after.First - 1));
}
