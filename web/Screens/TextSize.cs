using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>
/// How large the viewer wants text to be, in steps of the cookie <c>text</c>. Every page but a wall obeys it: a wall's letters are
/// sized for its farthest seat.
/// </summary>
internal static class TextSize
{
    public const string Address = "/text-size";

    public const int Smallest = 0;

    public const int Normal = 1;

    public const int Largest = 4;

    private const string Cookie = "text";

    public static int Of(HttpContext context) => Step(context.Request.Cookies[Cookie]);

    /// <summary>The class of the root element, as <c>css/base.css</c> names the steps; null for the normal size.</summary>
    public static string? ClassOf(HttpContext context) => Of(context) is var step && step == Normal ? null : $"text-{Print.Digits(step)}";

    /// <summary>The form's field <c>size</c>; a size beyond the steps is the nearest of them.</summary>
    public static Task<IResult> Choose(HttpContext context, IAntiforgery antiforgery) =>
        DeviceChoice.Keep(context, antiforgery, Cookie, static form => Print.Digits(Step(form["size"].ToString())));

    private static int Step(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step) ? Math.Clamp(step, Smallest, Largest) : Normal;
}
