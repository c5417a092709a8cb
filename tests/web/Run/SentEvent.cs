using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Run;

/// <summary>CloudEvents as a source would write them, at ten o'clock of the test's day unless another time is given.</summary>
internal static class SentEvent
{
    public static object Accepted(string @case, int? trips = null, string window = "hainan/haikou/housing/w01", DateTimeOffset? at = null) =>
        Of("case.accepted", $"{@case}-accepted", window, at, new { @case, trips });

    public static object Completed(string @case, string window = "hainan/haikou/housing/w01", DateTimeOffset? at = null) =>
        Of("case.completed", $"{@case}-completed", window, at, new { @case });

    public static object Issued(string ticket, string window = "hainan/haikou/housing/w01", DateTimeOffset? at = null) =>
        Of("ticket.issued", $"{ticket}-issued", window, at, new { ticket });

    public static object Of(string type, string id, string window, DateTimeOffset? at, object data) => new
    {
        specversion = "1.0",
        id,
        source = "urn:test:hall",
        type = $"opsboard.{type}",
        subject = window,
        time = (at ?? ManualClock.Opening).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", null),
        data,
    };
}
