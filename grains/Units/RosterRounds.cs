namespace OpsBoard.Units;

/// <summary>
/// When windows are woken because their hours and duties may be others: at once when the roster was replaced, and once more a while after. Where several
/// processes host the grains, each reads the file at an instant of its own, and a window may be woken before its process knows the new roster.
/// </summary>
public sealed class RosterRounds
{
    // Files are looked at every few seconds, but a file that is mounted may reach a machine a minute later than another.
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(2);

    private long? _againMs;

    /// <param name="isNew">Whether the roster was replaced since the last time.</param>
    /// <param name="nowMs">In unix milliseconds.</param>
    public bool IsDue(bool isNew, long nowMs)
    {
        var isAgain = _againMs <= nowMs;
        if (isNew) _againMs = nowMs + (long)AgainAfter.TotalMilliseconds;
        else if (isAgain) _againMs = null;
        return isNew || isAgain;
    }
}
