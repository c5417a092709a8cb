using OpsBoard.Testing;

namespace OpsBoard.Web.Screens.Pickers;

public sealed class IndicatorFamiliesTests
{
    [Theory]
    [InlineData(IndicatorFamily.Cases, "zero-trip-usage-cases", "completion-flow", "completion-cohort", "on-time", "early", "legal-on-time", "instant-share", "weekend-cases", "after-hours-share")]
    [InlineData(IndicatorFamily.Items, "zero-trip-items", "zero-trip-usage-items", "comprehensive-items")]
    [InlineData(IndicatorFamily.Coverage, "coverage-county", "coverage-township", "coverage-village")]
    [InlineData(IndicatorFamily.Hotline, "hotline-satisfaction")]
    public void An_indicator_is_offered_among_its_like(IndicatorFamily family, params string[] ids) =>
        Assert.Equal(ids, SomeIndicators.Packaged.All.Where(indicator => IndicatorFamilies.Of(indicator) == family).Select(static indicator => indicator.Id));
}
