namespace OpsBoard.Counting;

/// <summary>
/// What is true at an instant: a function of the event set and that instant alone. Sums upwards, except that of the oldest
/// waiting ticket the earliest wins; so a longest wait grows by itself and is worked out where it is shown.
/// </summary>
[GenerateSerializer, Immutable, Alias("Gauges")]
public readonly record struct Gauges
{
    [Id(0)]
    public long Waiting { get; init; }

    /// <summary>When the longest waiting ticket was issued, in unix milliseconds; null when nobody waits.</summary>
    [Id(1)]
    public long? OldestWaitingMs { get; init; }

    [Id(2)]
    public long InProgress { get; init; }

    [Id(3)]
    public long DueSoon { get; init; }

    [Id(4)]
    public long Overdue { get; init; }

    [Id(5)]
    public long WindowsOpen { get; init; }

    [Id(6)]
    public long WindowsPaused { get; init; }

    [Id(7)]
    public long WindowsOffline { get; init; }

    [Id(8)]
    public long BadReviewsOpen { get; init; }

    [Id(9)]
    public long BadReviewsOverdue { get; init; }

    public static Gauges operator +(Gauges left, Gauges right) => new()
    {
        Waiting = left.Waiting + right.Waiting,
        OldestWaitingMs = Earliest(left.OldestWaitingMs, right.OldestWaitingMs),
        InProgress = left.InProgress + right.InProgress,
        DueSoon = left.DueSoon + right.DueSoon,
        Overdue = left.Overdue + right.Overdue,
        WindowsOpen = left.WindowsOpen + right.WindowsOpen,
        WindowsPaused = left.WindowsPaused + right.WindowsPaused,
        WindowsOffline = left.WindowsOffline + right.WindowsOffline,
        BadReviewsOpen = left.BadReviewsOpen + right.BadReviewsOpen,
        BadReviewsOverdue = left.BadReviewsOverdue + right.BadReviewsOverdue,
    };

    /// <summary>Whole seconds that the longest waiting citizen has waited at the instant; 0 when nobody waits.</summary>
    public long LongestWaitSeconds(long atMs) => OldestWaitingMs is { } since ? Math.Max(0, (atMs - since) / 1000) : 0;

    private static long? Earliest(long? left, long? right) => left is null || right < left ? right : left;
}
