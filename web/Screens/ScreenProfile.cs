using System.Globalization;

namespace OpsBoard.Web.Screens;

/// <summary>The stylesheets that size a wall, each behind the media query of the screens it fits.</summary>
public sealed record ScreenProfile(string Address, string? Media)
{
    /// <summary>
    /// Screens that no device record describes: 55″ at 4 m, 55″ upright at 3 m, and a spliced wall of 2,530 mm at 6 m, each also at
    /// twice the pixels. A later one wins over an earlier one.
    /// </summary>
    private static readonly ScreenProfile[] Usual =
    [
        new(ArcMinute.Address(ArcMinute.Of(4000, 1920, 1080, 1397)), null),
        new(ArcMinute.Address(ArcMinute.Of(4000, 3840, 2160, 1397)), "(min-height: 1700px) and (min-aspect-ratio: 1/1)"),
        new(ArcMinute.Address(ArcMinute.Of(3000, 1080, 1920, 1397)), "(max-aspect-ratio: 1/1)"),
        new(ArcMinute.Address(ArcMinute.Of(3000, 2160, 3840, 1397)), "(max-aspect-ratio: 1/1) and (min-width: 1700px)"),
        new(ArcMinute.Address(ArcMinute.Of(6000, 3840, 1080, 2530)), "(min-aspect-ratio: 5/2)"),
        new(ArcMinute.Address(ArcMinute.Of(6000, 7680, 2160, 2530)), "(min-aspect-ratio: 5/2) and (min-height: 1700px)"),
    ];

    /// <summary>For try-out, <c>?distance=4000&amp;diagonal=1397&amp;width=1920&amp;height=1080</c> (mm, mm, px, px) names one screen.</summary>
    public static IReadOnlyList<ScreenProfile> For(IQueryCollection query) =>
        Number(query, "distance") is { } distance && Number(query, "diagonal") is { } diagonal
        && Number(query, "width") is { } width && Number(query, "height") is { } height
            ? [new(ArcMinute.Address(ArcMinute.Of(distance, width, height, diagonal)), null)]
            : Usual;

    private static int? Number(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;
}
