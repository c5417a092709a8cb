using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Admin;

/// <summary>How the administration prints instants: with their year, since a trail is read after years.</summary>
internal static class AdminText
{
    /// <summary>In the province's time, such as <c>2026-11-20 10:00:00</c>.</summary>
    public static string Moment(DateTimeOffset instant) => instant.ToOffset(BusinessDay.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
