using OpsBoard.Events;
using OpsBoard.Planting;
using OpsBoard.Silo;
using OpsBoard.Tests.Events;

namespace OpsBoard.Simulation.Gallery;

internal static class Exhibits
{
    private const int MostSeeds = 3_000;
    private static readonly Action<long> World = static seed => Simulation.World.Run(seed);
    private static readonly Action<long> Storm = static seed => new RetryStorm(seed, events: 200, times: 8).Run();

    public static readonly IReadOnlyList<Exhibit> All =
    [
        new(Bug.AnswerBeforeCommit, "BrokenCommitTests", 1, static _ => new BrokenCommitTests().What_could_not_be_committed_is_not_answered()),
        new(Bug.SynchronousOff, "check at the start of the journal", 1, static _ => new SqliteStore(Counting.CountingTerms.Default).Dispose()),
        new(Bug.CommitPerItem, "BrokenCommitTests", 1, static _ => new BrokenCommitTests().A_batch_that_breaks_in_the_middle_leaves_nothing_behind()),
        new(Bug.NoPrimaryKey, "RetryStorm", 5, Storm),
        new(Bug.DedupeInMemory, "RetryStorm", 5, Storm),
        new(Bug.DedupeByReceiveDay, "RetryStorm", 5, Storm),
        new(Bug.ConflictIsDuplicate, "RetryStorm", 20, Storm),
        new(Bug.AdditiveDeltas, "simulation", MostSeeds, World),
        new(Bug.InMemoryVersion, "simulation", MostSeeds, World),
        new(Bug.WallClockVersion, "simulation", MostSeeds, World),
        new(Bug.HighestCount, "simulation", MostSeeds, World),
        new(Bug.MidnightReset, "simulation", MostSeeds, World),
        new(Bug.NoAntiEntropy, "simulation", MostSeeds, World),
        new(Bug.RepeatedTouchIgnored, "simulation", MostSeeds, World),
        new(Bug.YesterdayTaken, "simulation", MostSeeds, World),
        new(Bug.NewDayNotRead, "simulation", MostSeeds, World),
        new(Bug.LastComeWins, "simulation", MostSeeds, World),
        new(Bug.ChangeForgottenWhileSpeaking, "simulation", MostSeeds, World),
        new(Bug.TombstonesIgnored, "SqliteJournalContract (sets)", 1, static _ => new SqliteJournalContract().Any_order_repetition_and_batching_of_a_set_gives_the_same_figures()),
        new(Bug.TombstonesIgnored, "simulation", MostSeeds, World),
        new(Bug.CorrectionByArrival, "CorrectionProperties", 1, static _ => new CorrectionProperties().The_order_in_which_corrections_came_decides_nothing()),
        new(Bug.CorrectionByArrival, "simulation", MostSeeds, World),
        new(Bug.TiesByArrival, "EventSetProperties", 1, static _ => new EventSetProperties().Any_order_repetition_and_batching_of_a_set_gives_the_same_cells()),
        new(Bug.TiesByArrival, "simulation", MostSeeds, World),
        new(Bug.ServerLocalDay, "BusinessDayProperties", 1, static _ => new BusinessDayProperties().Any_instant_lies_on_the_day_that_clocks_of_the_province_show()),
        new(Bug.ServerLocalDay, "simulation", MostSeeds, World),
        new(Bug.RoundedTime, "TimeProperties", 1, static _ => new TimeProperties().A_time_is_read_as_the_instant_that_was_written_down_to_the_millisecond_and_never_after_it()),
        new(Bug.MissingOffsetAccepted, "TimeProperties", 1, static _ => new TimeProperties().A_time_without_its_offset_is_refused_and_told_apart()),
        new(Bug.LeapSecondAnywhere, "TimeProperties", 1, static _ => new TimeProperties().A_leap_second_is_read_in_the_last_minute_of_the_day_of_Greenwich_and_nowhere_else()),
        new(Bug.FloatSums, "SumProperties", 1, static _ => new SumProperties().A_sum_is_the_sum_of_each_count_and_a_difference_undoes_it()),
        new(Bug.SealIgnored, "SqliteJournalContract", 1, static _ => Wait(static tests => tests.A_late_event_of_a_sealed_day_is_acknowledged_and_waits_outside_of_the_figures())),
        new(Bug.DuplicateNamesAccepted, "EventReaderTests", 1, static _ => new EventReaderTests().A_faulty_member_is_refused_with_its_reason("extra", """{"a":1,"a":2}""", Reasons.DuplicateMember)),
    ];

    private static void Wait(Func<SqliteJournalContract, Task> test)
    {
        var tests = new SqliteJournalContract();
        test(tests).GetAwaiter().GetResult();
        tests.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
