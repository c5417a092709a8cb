using System.Globalization;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>The edge that a panel hides, as a stylesheet of its own: inline styles are not allowed by our content policy.</summary>
internal static class Overscan
{
    private const int Most = 50;

    public static string Address(int thousandths) => string.Create(CultureInfo.InvariantCulture, $"/css/margin/{Clamped(thousandths)}.css");

    /// <summary>In thousandths of the shorter side.</summary>
    public static string Stylesheet(int thousandths) => string.Create(CultureInfo.InvariantCulture, $":root{{--margin:{Clamped(thousandths) / 10m:0.0}vmin}}\n");

    private static int Clamped(int thousandths) => Math.Clamp(thousandths, 0, Most);
}
