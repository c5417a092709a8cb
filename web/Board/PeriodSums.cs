using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The tallies of a unit and of its children over a run of business days, the last one included.</summary>
/// <param name="AsOf">The instant up to which events are in the sums.</param>
/// <param name="Children">In roster order, then by path; never default.</param>
public sealed record PeriodSums(
    BusinessDay First,
    BusinessDay Last,
    DateTimeOffset AsOf,
    Tally Own,
    ImmutableArray<KeyValuePair<UnitPath, Tally>> Children)
{
    /// <summary>Changes of days that were over, and that are in the sums (更正).</summary>
    public int Revised { get; init; }

    /// <summary>Changes of sealed days that wait for approval, and that are not in the sums.</summary>
    public int Waiting { get; init; }
}
