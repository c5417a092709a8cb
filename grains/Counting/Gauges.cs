namespace OpsBoard.Counting;

/// <summary>
/// What is true at an instant: a function of the event set, roster and terms, and that instant alone. Sums upwards, except that of
/// instants the earliest wins, and of <see cref="DueEventMs"/> the latest; so a longest wait grows by itself and is worked out where it is shown.
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

    /// <summary>Bad reviews whose author was not contacted yet (待回访), among those open.</summary>
    [Id(10)]
    public long BadReviewsToContact { get; init; }

    /// <summary>When the oldest open bad review was submitted, in unix milliseconds; null when none is open.</summary>
    [Id(11)]
    public long? OldestBadReviewMs { get; init; }

    /// <summary>Cases beyond their legal days, among those in progress.</summary>
    [Id(12)]
    public long OverdueLegal { get; init; }

    /// <summary>Cases whose clock stands still (中止), among those in progress.</summary>
    [Id(13)]
    public long Suspended { get; init; }

    /// <summary>Hotline orders received and not closed.</summary>
    [Id(14)]
    public long HotlineOpen { get; init; }

    /// <summary>Windows that are due to report and are silent or were never heard of.</summary>
    [Id(15)]
    public long WindowsSilent { get; init; }

    [Id(16)]
    public ItemStock Items { get; init; }

    [Id(17)]
    public Coverage Reporting { get; init; }

    /// <summary>Windows that are due to report now, by roster and opening calendar.</summary>
    [Id(18)]
    public long WindowsDue { get; init; }

    /// <summary>Since when the first of <see cref="WindowsDue"/> is due, in unix milliseconds (0: always); null when none is.</summary>
    [Id(19)]
    public long? DueSinceMs { get; init; }

    /// <summary>The newest event of <see cref="WindowsDue"/>, in unix milliseconds; null when they never had any.</summary>
    [Id(20)]
    public long? DueEventMs { get; init; }

    public static Gauges operator +(Gauges left, Gauges right) => new()
    {
        Waiting = left.Waiting + right.Waiting,
        OldestWaitingMs = Instants.Earliest(left.OldestWaitingMs, right.OldestWaitingMs),
        InProgress = left.InProgress + right.InProgress,
        DueSoon = left.DueSoon + right.DueSoon,
        Overdue = left.Overdue + right.Overdue,
        WindowsOpen = left.WindowsOpen + right.WindowsOpen,
        WindowsPaused = left.WindowsPaused + right.WindowsPaused,
        WindowsOffline = left.WindowsOffline + right.WindowsOffline,
        BadReviewsOpen = left.BadReviewsOpen + right.BadReviewsOpen,
        BadReviewsOverdue = left.BadReviewsOverdue + right.BadReviewsOverdue,
        BadReviewsToContact = left.BadReviewsToContact + right.BadReviewsToContact,
        OldestBadReviewMs = Instants.Earliest(left.OldestBadReviewMs, right.OldestBadReviewMs),
        OverdueLegal = left.OverdueLegal + right.OverdueLegal,
        Suspended = left.Suspended + right.Suspended,
        HotlineOpen = left.HotlineOpen + right.HotlineOpen,
        WindowsSilent = left.WindowsSilent + right.WindowsSilent,
        Items = left.Items + right.Items,
        Reporting = left.Reporting + right.Reporting,
        WindowsDue = left.WindowsDue + right.WindowsDue,
        DueSinceMs = Instants.Earliest(left.DueSinceMs, right.DueSinceMs),
        DueEventMs = Instants.Latest(left.DueEventMs, right.DueEventMs),
    };

    /// <summary>Whole seconds that the longest waiting citizen has waited at the instant; 0 when nobody waits.</summary>
    public long LongestWaitSeconds(long atMs) => OldestWaitingMs is { } since ? Math.Max(0, (atMs - since) / 1000) : 0;
}
