namespace OpsBoard.Simulation;

public sealed class BrokenCommitTests
{
    [Fact]
    public void What_could_not_be_committed_is_not_answered()
    {
        using var journal = new BrokenCommit().AtCommit();

        Assert.Equal((false, 0L), journal.Send());
    }

    [Fact]
    public void A_batch_that_breaks_in_the_middle_leaves_nothing_behind()
    {
        using var journal = new BrokenCommit().InTheMiddle();

        Assert.Equal((false, 0L), journal.Send());
    }
}
