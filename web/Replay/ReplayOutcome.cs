namespace OpsBoard.Web.Replay;

/// <summary>What became of a wish to see an instant again.</summary>
public enum ReplayOutcome
{
    Shown,
    /// <summary>No such scope is registered or ever reported.</summary>
    UnknownScope,
    /// <summary>No frame was recorded at or before the instant.</summary>
    NothingRecorded,
    /// <summary>The events are being counted; ask again in a moment.</summary>
    Opening,
    /// <summary>Others are replaying; ask again later.</summary>
    Busy,
    /// <summary>Too many events came since that day.</summary>
    TooLarge,
}
