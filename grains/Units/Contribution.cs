using OpsBoard.Counting;
using OpsBoard.Planting;

namespace OpsBoard.Units;

/// <summary>
/// Everything that a unit tells its parent: absolute, never an increment, so a repeated or overtaken one changes nothing.
/// </summary>
/// <param name="AtMs">The instant, in unix milliseconds, for which the gauges hold; they may move with time alone, the cell may not.</param>
/// <param name="LastEventMs">When the newest event happened, in unix milliseconds; null when none ever came.</param>
/// <param name="Windows">How many windows stand behind the figures: registered ones and those that reported unregistered.</param>
/// <param name="NextMs">
/// The earliest instant after <paramref name="AtMs"/>, in unix milliseconds, at which time alone may move the gauges; until then they hold. Null: never.
/// </param>
[GenerateSerializer, Immutable, Alias("Contribution")]
public sealed record Contribution(
    [property: Id(0)] Cell Cell,
    [property: Id(1)] long AtMs,
    [property: Id(2)] Gauges Gauges,
    [property: Id(3)] long? LastEventMs,
    [property: Id(4)] int Windows,
    [property: Id(5)] long? NextMs = null)
{
    public UnitPath Unit => Cell.Unit;

    /// <summary>
    /// The newest event of the windows that are due, or of all while none is: what freshness is about. In unix milliseconds; null when
    /// none ever came.
    /// </summary>
    public long? HeardMs => Gauges.DueSinceMs is null ? LastEventMs : Gauges.DueEventMs;

    /// <summary>Whether its newest event is of the business day of its cell: what four-level coverage counts.</summary>
    public bool ReportedOnItsDay => LastEventMs is { } last && BusinessDay.Of(last) == Cell.Day;

    /// <summary>Newer by day, then by version, then by the instant of the gauges.</summary>
    public bool IsNewerThan(Contribution? other)
    {
        if (Planted.Has(Bug.LastComeWins)) return true;
        if (Planted.Has(Bug.HighestCount)) return other is null || Cell.Tally[Counter.Accepted] > other.Cell.Tally[Counter.Accepted];
        return other is null || (Cell.Day, Cell.Version, AtMs).CompareTo((other.Cell.Day, other.Cell.Version, other.AtMs)) > 0;
    }
}
