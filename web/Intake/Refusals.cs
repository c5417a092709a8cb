namespace OpsBoard.Web.Intake;

/// <summary>The words in which a door says why it refused a whole request (<c>reason</c> of the problem); senders may rely on them.</summary>
public static class Refusals
{
    public const string Unauthorized = "unauthorized";
    public const string ClockSkewed = "clock_skewed";
    public const string UnknownLane = "unknown_lane";
    public const string UnsupportedType = "unsupported_type";
    public const string UnsupportedEncoding = "unsupported_encoding";
    public const string TooManyBodies = "too_many_bodies";
    public const string BodyTooLong = "body_too_long";
    public const string BodyTooSlow = "body_too_slow";
    public const string BodyBroken = "body_broken";
    public const string BodyMalformed = "body_malformed";
    public const string TooManyItems = "too_many_items";
    public const string TooManyInFlight = "too_many_in_flight";
    public const string RateExceeded = "rate_exceeded";
    public const string QueueFull = "queue_full";
    public const string JournalUnavailable = "journal_unavailable";

    /// <summary>Counted, and told as <see cref="Unauthorized"/>: what was wrong with a key or a signature is nobody's business but the operator's.</summary>
    internal const string UnknownSource = "unknown_source";

    /// <summary>As <see cref="UnknownSource"/>.</summary>
    internal const string WrongSignature = "wrong_signature";
}
