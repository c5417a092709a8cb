using System.Globalization;

namespace OpsBoard.Web.Screens;

/// <summary>
/// How many pixels one minute of arc takes for the farthest viewer: distance × 0.00029089 × diagonal in pixels ÷ diagonal in
/// millimetres. Sizes on walls are given in this unit, so a far or coarse wall gets larger letters.
/// </summary>
internal static class ArcMinute
{
    private const double Radians = Math.PI / 180 / 60;
    private const int Least = 300;
    private const int Most = 20_000;

    /// <summary>In thousandths of a pixel. All measures are above 0.</summary>
    public static int Of(double distanceMm, int widthPx, int heightPx, double diagonalMm) =>
        Clamped((int)Math.Round(distanceMm * Radians * double.Hypot(widthPx, heightPx) / diagonalMm * 1000));

    public static int Clamped(int thousandths) => Math.Clamp(thousandths, Least, Most);

    /// <summary>A stylesheet that sets <c>--am</c>; inline styles are not allowed by our content policy.</summary>
    public static string Stylesheet(int thousandths) =>
        string.Create(CultureInfo.InvariantCulture, $":root{{--am:{Clamped(thousandths) / 1000m:0.000}px}}\n");

    public static string Address(int thousandths) => string.Create(CultureInfo.InvariantCulture, $"/css/am/{Clamped(thousandths)}.css");
}
