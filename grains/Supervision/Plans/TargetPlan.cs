using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>A target of a year by months (按季抓、月跟踪): what shall be reached by the end of each, of an indicator or of what is declared.</summary>
/// <param name="Indicator">Its id; null where a milestone is meant.</param>
/// <param name="Milestone">The id under which the unit declares it; null where an indicator is meant.</param>
/// <param name="IsRate">Amounts are shares of 1, not counts.</param>
/// <param name="Target">Null: all of them (全部), which nobody has counted.</param>
/// <param name="IsAtMost">Less is better: 不超过.</param>
/// <param name="Document">Which sets the target.</param>
/// <param name="Told">How often a new figure is expected (按期报送).</param>
/// <param name="ByMonth">By the end of January to December, whole numbers for counts, at last the target; empty where the target is all.</param>
public sealed record TargetPlan(
    string Id,
    Wording Name,
    UnitPath Unit,
    int Year,
    string? Indicator,
    string? Milestone,
    bool IsRate,
    Fraction? Target,
    bool IsAtMost,
    string Document,
    PlanAmounts Amounts,
    Cycle Told,
    ImmutableArray<Fraction> ByMonth,
    PlanQuality? Quality)
{
    /// <summary>What shall be reached by the end of the period; null where that cannot be said.</summary>
    public Fraction? WantedBy(CyclePeriod period) => ByMonth.IsEmpty ? null : ByMonth[period.LastMonth - 1];

    public bool Reaches(Fraction value, Fraction wanted) => IsAtMost ? value <= wanted : value >= wanted;

    /// <summary>In equal steps from what stood at the beginning of the year to the target.</summary>
    /// <param name="isRate">Else the steps are cut to whole numbers, on the side that asks for more.</param>
    public static ImmutableArray<Fraction> Linear(Fraction start, Fraction target, bool isRate, bool isAtMost)
    {
        const int months = 12;
        return [.. Enumerable.Range(1, months).Select(month => Whole(start + ((target - start) * new Fraction(month, months))))];

        Fraction Whole(Fraction value) => isRate ? value : isAtMost ? value.Floor() : value.Ceiling();
    }
}
