using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Tests.Indicators;

public sealed class CycleSpanTests
{
    private static readonly BusinessDay Today = BusinessDay.Of(new DateOnly(2026, 11, 21));

    [Theory]
    [InlineData(IndicatorPeriod.Month, "2026-02", "2026-02-01..2026-02-28")]
    [InlineData(IndicatorPeriod.Month, null, "2026-11-01..2026-11-21")]
    [InlineData(IndicatorPeriod.Quarter, "2026-Q3", "2026-07-01..2026-09-30")]
    [InlineData(IndicatorPeriod.Quarter, null, "2026-10-01..2026-11-21")]
    [InlineData(IndicatorPeriod.Year, "2024", "2024-01-01..2024-12-31")]
    [InlineData(IndicatorPeriod.Year, null, "2026-01-01..2026-11-21")]
    [InlineData(IndicatorPeriod.Month, "2026-12", null)]
    [InlineData(IndicatorPeriod.Month, "2026-Q3", null)]
    [InlineData(IndicatorPeriod.Quarter, "2026-Q5", null)]
    [InlineData(IndicatorPeriod.Year, "2026-01", null)]
    [InlineData(IndicatorPeriod.Month, "month", null)]
    public void A_cycle_has_its_days_up_to_today(IndicatorPeriod cycle, string? text, string? expected) =>
        Assert.Equal(expected, CycleSpan.Days(cycle, text, Today) is var (first, last) ? $"{first}..{last}" : null);
}
