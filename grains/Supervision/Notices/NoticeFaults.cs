namespace OpsBoard.Supervision.Notices;

/// <summary>
/// Why an attempt failed, in words that the journal keeps. What a receiver writes back is never among them: it may hold anything. Others are
/// <c>http_503</c> and <c>smtp_550</c>, by the answer's number.
/// </summary>
public static class NoticeFaults
{
    public const string Unreachable = "unreachable";
    public const string TimedOut = "timed_out";
    public const string Tls = "tls";
    public const string Redirected = "redirected";
    public const string NoSmtp = "no_smtp";
    public const string NoSecret = "no_secret";
    public const string SignInRefused = "sign_in_refused";

    /// <summary>Nobody recorded how it ended: the server that had begun it went away, so the receiver may have been told.</summary>
    public const string Lost = "lost";

    public static string Http(int status) => $"http_{status}";

    public static string Smtp(int status) => $"smtp_{status}";
}
