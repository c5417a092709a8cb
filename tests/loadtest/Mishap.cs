namespace OpsBoard.LoadTest;

internal enum Mishap
{
    None,

    /// <summary>503 with Retry-After; nothing is kept.</summary>
    Busy,

    /// <summary>The events are kept, but the line breaks before the answer.</summary>
    LostAnswer,

    /// <summary>401; nothing is kept.</summary>
    Refused,
}
