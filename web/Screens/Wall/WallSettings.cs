using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>How one wall shows its scope. For try-out all of it stands in the address.</summary>
/// <param name="Views">In the order in which they turn; empty: all that the scope has.</param>
/// <param name="DwellSeconds">How long each view stays: 5 to 600.</param>
/// <param name="Theme"><c>dark</c>, <c>light</c>, or <c>auto</c>: light from seven to six by the province's clock.</param>
/// <param name="Language">Null: as the viewer chose.</param>
/// <param name="IsSpliced">Two panels side by side (<c>2x1</c>), so nothing may stand on the middle.</param>
/// <param name="MarginThousandths">Of the shorter side, kept free on every side because the panel hides its edge: 0 to 50.</param>
/// <param name="Capacity">Of the one screen that was named, else what all usual ones hold.</param>
public sealed record WallSettings(
    IReadOnlyList<string> Views,
    int DwellSeconds,
    string Theme,
    string? Language,
    bool IsSpliced,
    int MarginThousandths,
    WallCapacity Capacity)
{
    private const int DefaultDwellSeconds = 20;
    private const int LeastDwellSeconds = 5;
    private const int MostDwellSeconds = 600;
    private const int MostMarginThousandths = 50;
    private const int LightFrom = 7;
    private const int DarkFrom = 18;

    /// <summary>
    /// <c>?views=overview,lagging&amp;dwell=20&amp;theme=dark&amp;language=en&amp;grid=2x1&amp;margin=20</c>; what cannot be read is as
    /// if it were not there, because nobody stands at a wall to be told of it.
    /// </summary>
    public static WallSettings For(IQueryCollection query) => new(
        [.. query["views"].ToString().Split(',').Where(WallView.All.Contains).Distinct(StringComparer.Ordinal)],
        Math.Clamp(Number(query, "dwell") ?? DefaultDwellSeconds, LeastDwellSeconds, MostDwellSeconds),
        query["theme"].ToString() is "light" or "auto" ? query["theme"].ToString() : "dark",
        query["language"].ToString() is "zh-CN" or "en" ? query["language"].ToString() : null,
        query["grid"] == "2x1",
        Math.Clamp(Number(query, "margin") ?? 0, 0, MostMarginThousandths),
        WallCapacity.For(query) ?? WallCapacity.Usual);

    public Words WordsOr(Words chosen) => Language switch
    {
        "en" => Words.En,
        "zh-CN" => Words.Zh,
        _ => chosen,
    };

    /// <summary>The colours at the instant; the module keeps them with the hour.</summary>
    public string ThemeAt(DateTimeOffset now) => Theme != "auto" ? Theme : now.ToOffset(BusinessDay.Offset).Hour is >= LightFrom and < DarkFrom ? "light" : "dark";

    private static int? Number(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
