using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>What the systems of a hall emit, with the members that published figures are counted from.</summary>
internal static class HallEvent
{
    public static object Listed(string item, string window, DateTimeOffset at, bool zeroTrip = false, bool comprehensive = false) =>
        SentEvent.Of("item.listed", $"{item}-listed", window, at, new { item, zeroTrip, comprehensive });

    public static object Accepted(string @case, string window, DateTimeOffset at, string? item = null, int? promisedDays = null, bool? instant = null) =>
        SentEvent.Of("case.accepted", $"{@case}-accepted", window, at, new { @case, item, promisedDays, instant });

    public static object Completed(string @case, string window, DateTimeOffset at) => SentEvent.Completed(@case, window, at);

    public static object Progress(string step, string @case, string window, DateTimeOffset at, int? days = null) =>
        SentEvent.Of($"case.{step}", $"{@case}-{step}", window, at, new { @case, days });

    public static object Reviewed(string review, int stars, string window, DateTimeOffset at) =>
        SentEvent.Of("review.submitted", $"{review}-submitted", window, at, new { review, stars });

    public static object Followed(string step, string review, string window, DateTimeOffset at) =>
        SentEvent.Of($"review.{step}", $"{review}-{step}", window, at, new { review });
}
