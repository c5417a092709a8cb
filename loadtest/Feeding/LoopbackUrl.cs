using System.Net;

namespace OpsBoard.LoadTest;

/// <summary>The address of an intake on this machine: a simulated province never reports to another one.</summary>
internal static class LoopbackUrl
{
    /// <returns>Null, and the reason, for anything but http or https to a loopback address by number or <c>localhost</c>.</returns>
    public static Uri? Parse(string text, out string? reason)
    {
        reason = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            reason = $"'{text}' is not an http address such as http://127.0.0.1:8080.";
        else if (!IsLoopback(url))
            reason = $"'{text}' is not on this machine: simulated events go to loopback addresses only.";
        return reason is null ? url : null;
    }

    private static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.Ordinal) || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
