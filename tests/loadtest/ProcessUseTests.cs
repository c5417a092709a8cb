namespace OpsBoard.LoadTest;

public sealed class ProcessUseTests
{
    private const string Stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 9 0 0 0 1234 66 250 50 20 0 31 0 100 0 0";
    private const string Status = "Name:\tdotnet\nVmRSS:\t  204800 kB\nThreads:\t31\n";

    [Fact]
    public void The_time_of_a_process_is_what_it_used_itself_and_what_the_kernel_used_for_it() => Assert.Equal(TimeSpan.FromSeconds(13), ProcessUse.ReadProcessor(Stat));

    [Fact]
    public void The_time_of_children_that_ended_is_told_when_it_is_asked_for() => Assert.Equal(TimeSpan.FromSeconds(16), ProcessUse.ReadProcessor(Stat, withEnded: true));

    [Fact]
    public void A_process_says_whose_child_it_is() => Assert.Equal(1, ProcessUse.ReadParent(Stat));

    [Fact]
    public void A_number_is_found_by_its_name() => Assert.Equal((204_800, 31, 0), (ProcessUse.ReadNumber(Status, "VmRSS"), ProcessUse.ReadNumber(Status, "Threads"), ProcessUse.ReadNumber(Status, "VmSwap")));

    [Fact]
    public void Of_a_running_process_everything_is_known()
    {
        var use = ProcessUse.Of(Environment.ProcessId);

        Assert.True(use is { Processor.Ticks: > 0, ResidentMiB: > 1, Threads: > 0, Handles: > 0 });
    }

    [Fact]
    public void With_its_children_a_process_used_no_less()
    {
        var alone = ProcessUse.Of(Environment.ProcessId);

        var together = ProcessUse.WithChildren(Environment.ProcessId);

        Assert.True(together.Processor >= alone.Processor && together.ResidentMiB > 1);
    }

    [Fact]
    public void Of_a_process_that_has_ended_the_load_is_told() => Assert.Throws<LoadFailedException>(() => ProcessUse.Of(int.MaxValue));
}
