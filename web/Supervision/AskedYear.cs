using System.Globalization;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision;

/// <summary>The year in a query: 1992 to 2100.</summary>
internal static class AskedYear
{
    private const int First = 1992;
    private const int Last = 2100;

    public static IResult Unknown => UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown year", $"year is {First} to {Last}.");

    /// <param name="year">Null where none is named.</param>
    public static bool TryRead(string? text, out int? year)
    {
        year = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= First and <= Last ? number : null;
        return year is not null || text is null;
    }
}
