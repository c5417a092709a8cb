using OpsBoard.Indicators;

namespace OpsBoard.Web.Screens.Pickers;

/// <summary>Reads an indicator's family from what it counts, so that those of a local file find their place too.</summary>
public static class IndicatorFamilies
{
    private static readonly (string Beginning, IndicatorFamily Family)[] Beginnings =
    [
        ("items", IndicatorFamily.Items),
        ("hotline", IndicatorFamily.Hotline),
        ("stars", IndicatorFamily.Reviews),
        ("review", IndicatorFamily.Reviews),
        ("default", IndicatorFamily.Reviews),
        ("contact", IndicatorFamily.Reviews),
        ("rectify", IndicatorFamily.Reviews),
        ("badReview", IndicatorFamily.Reviews),
        ("counties", IndicatorFamily.Coverage),
        ("townships", IndicatorFamily.Coverage),
        ("villages", IndicatorFamily.Coverage),
    ];

    public static IndicatorFamily Of(Indicator indicator)
    {
        var counted = indicator.Numerator.Terms.Select(static term => term.Quantity.Name).FirstOrDefault() ?? "";
        return Beginnings.FirstOrDefault(known => counted.StartsWith(known.Beginning, StringComparison.Ordinal)).Family;
    }
}
