namespace OpsBoard.Units;

public sealed class RosterRoundsTests
{
    private const long Minute = 60_000;

    private readonly RosterRounds _rounds = new();

    [Fact]
    public void Windows_are_woken_at_once_and_once_more_when_every_process_has_read_the_roster() =>
        Assert.Equal([0L, 2L], Due(upTo: 10, newAt: [0]));

    [Fact]
    public void A_roster_that_is_replaced_again_before_that_begins_anew() =>
        Assert.Equal([0L, 1L, 3L], Due(upTo: 10, newAt: [0, 1]));

    [Fact]
    public void Without_a_new_roster_nobody_is_woken() => Assert.Empty(Due(upTo: 10, newAt: []));

    private List<long> Due(int upTo, long[] newAt) => [.. Enumerable.Range(0, upTo).Select(static minute => (long)minute).Where(minute => _rounds.IsDue(newAt.Contains(minute), minute * Minute))];
}
