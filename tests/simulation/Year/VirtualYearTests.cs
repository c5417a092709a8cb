using OpsBoard.Testing;

namespace OpsBoard.Simulation;

public sealed class VirtualYearTests(ITestOutputHelper output)
{
    // Under it lies what the runtime itself takes and gives back; a journal that kept every event would grow by megabytes.
    private const double MostKiBADay = 64;

    [Fact]
    public void Every_day_of_a_virtual_year_reconciles_and_the_memory_stays_flat()
    {
        var windows = RunSize.IsLong ? 600 : 19;
        var year = new VirtualYear(windows, days: RunSize.IsLong ? 60 : 7, seed: 1);

        year.Run();

        output.WriteLine($"{year.Days} days, {year.Events} events, memory {year.LastMiB:0.0} MiB, {year.KiBADay:+0.0;-0.0} KiB a day, in {year.Lasted}");
        Evidence.OfLongTest("virtual-days", "Virtual days", typeof(VirtualYearTests), year.Lasted, LongRuns.FiguresOf(year, windows));
        Assert.InRange(year.KiBADay, double.NegativeInfinity, RunSize.IsLong ? MostKiBADay : double.PositiveInfinity);
    }
}
