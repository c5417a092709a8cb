namespace OpsBoard.LoadTest;

public sealed class FrameCheckTests
{
    private readonly FrameCheck _check = new();

    [Fact]
    public void Patches_that_follow_one_another_lose_nothing()
    {
        _check.Snapshot(5);
        _check.Patch(5, 8);
        _check.Patch(8, 9);

        Assert.Equal((3, 0, 0), (_check.Frames, _check.Lost, _check.Doubled));
    }

    [Fact]
    public void A_patch_that_begins_too_late_says_that_something_was_lost()
    {
        _check.Snapshot(5);
        _check.Patch(7, 8);

        Assert.Equal((2, 1, 0), (_check.Frames, _check.Lost, _check.Doubled));
    }

    [Fact]
    public void A_patch_that_is_told_again_is_noticed()
    {
        _check.Snapshot(5);
        _check.Patch(5, 6);
        _check.Patch(5, 6);

        Assert.Equal((3, 0, 1), (_check.Frames, _check.Lost, _check.Doubled));
    }

    [Fact]
    public void A_snapshot_in_between_takes_the_place_of_what_was_missed()
    {
        _check.Snapshot(5);
        _check.Snapshot(9);
        _check.Patch(9, 10);

        Assert.Equal((3, 0, 0), (_check.Frames, _check.Lost, _check.Doubled));
    }
}
