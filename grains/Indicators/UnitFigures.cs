using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>A unit as its indicators are read: its measures, and how they stand.</summary>
/// <param name="Day">The day that the figures are of; for a period its last one.</param>
public sealed record UnitFigures(UnitPath Unit, Measures Measures, FreshnessState Freshness, BusinessDay Day)
{
    /// <summary>Whether the roster says that the unit owes figures.</summary>
    public bool Owes { get; init; } = true;

    /// <summary>Whether the calendar covers the time that the figures are of.</summary>
    public bool CalendarComplete { get; init; } = true;
}
