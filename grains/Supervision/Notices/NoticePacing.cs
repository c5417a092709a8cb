namespace OpsBoard.Supervision.Notices;

/// <summary>When a notice is tried again. It follows from what is recorded, so a restart changes nothing of it.</summary>
public static class NoticePacing
{
    /// <summary>An attempt whose end nobody recorded for so long is lost. Far longer than any attempt may take, or two servers would be at it.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(5);

    /// <summary>Said to be late when it is sent more than this after it fell due.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(30);

    private const int MostDoublings = 6;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>After an attempt that failed: a minute, doubled each time up to 64 minutes.</summary>
    public static TimeSpan RestAfter(int attempts) => First * (1 << Math.Clamp(attempts - 1, 0, MostDoublings));
}
