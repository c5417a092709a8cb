using OpsBoard.Counting;
using OpsBoard.Testing;

namespace OpsBoard.Units;

public sealed class ContributionTests
{
    private const int OneKiB = 1024;

    private static readonly UnitPath LongestPath = UnitPath.Parse(string.Join('/', Enumerable.Repeat(new string('w', 64), 4)));

    // The window of a large hall at the end of a heavy day: more than any window of the simulated province reaches.
    private static readonly Contribution Busy = new(
        new Cell(
            LongestPath,
            BusinessDay.Of(Some.NowMs),
            Version: 20_000,
            new Tally([.. Enumerable.Repeat(400L, Tally.Width)], Durations(first: 40), Durations(first: 50), new DayTrend(Counts(first: 64, keys: 80)))),
        Some.NowMs,
        new Gauges
        {
            Waiting = 150,
            OldestWaitingMs = Some.NowMs - 3_600_000,
            InProgress = 9_000,
            DueSoon = 900,
            Overdue = 900,
            WindowsOpen = 1,
            WindowsPaused = 1,
            WindowsOffline = 1,
            BadReviewsOpen = 90,
            BadReviewsOverdue = 90,
            BadReviewsToContact = 90,
            OldestBadReviewMs = Some.NowMs - 3_600_000,
            OverdueLegal = 900,
            Suspended = 900,
            HotlineOpen = 900,
            WindowsSilent = 1,
            Items = new ItemStock(445, 245, 322, 61, 51, 51),
            Reporting = new Coverage(0, 0, 1),
            WindowsDue = 1,
            DueSinceMs = Some.NowMs - 3_600_000,
            DueEventMs = Some.NowMs,
        },
        Some.NowMs,
        Windows: 1);

    [Fact]
    public void The_contribution_of_a_busy_window_takes_at_most_a_kilobyte_on_the_wire() => Assert.InRange(WireSize.Of(Busy), 256, OneKiB);

    private static Histogram Durations(int first) => new(Counts(first, keys: 30));

    private static SparseCounts Counts(int first, int keys) => SparseCounts.Of([.. new long[first], .. Enumerable.Repeat(40L, keys)]);
}
