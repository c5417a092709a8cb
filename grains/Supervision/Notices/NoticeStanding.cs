namespace OpsBoard.Supervision.Notices;

/// <summary>How far a notice is.</summary>
public enum NoticeStanding
{
    /// <summary>Its instant is still to come.</summary>
    Planned = 0,

    /// <summary>It may be sent now.</summary>
    Due = 1,

    /// <summary>A server is at it.</summary>
    Sending = 2,

    /// <summary>It failed, and is tried again at a known instant.</summary>
    Waiting = 3,

    Sent = 4,

    /// <summary>It failed for so long that nobody tries any more.</summary>
    GivenUp = 5,

    /// <summary>Its instant was over before the entry came, or before the rules begin: it is never sent.</summary>
    Passed = 6,

    /// <summary>The rules name a unit for which no receiver is listed.</summary>
    Unlisted = 7,
}
