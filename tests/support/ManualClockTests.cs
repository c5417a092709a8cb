namespace OpsBoard.Testing;

public sealed class ManualClockTests
{
    [Fact]
    public void Timers_fire_in_due_order_and_see_the_instant_at_which_they_were_due()
    {
        var clock = new ManualClock();
        var seen = new List<string>();
        using var late = clock.CreateTimer(_ => seen.Add($"late {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => seen.Add($"often {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["often 00:02", "late 00:03", "often 00:04"], seen);
    }
}
