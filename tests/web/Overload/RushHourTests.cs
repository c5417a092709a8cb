using OpsBoard.Testing;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Overload;

public sealed class RushHourTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_minute_after_an_overload_nobody_is_refused_any_more_and_nothing_waits_though_all_kept_trying()
    {
        await using var server = await IntakeServer.Start();
        var rush = new RushHour(server, RunSize.Seed);

        await rush.Pass(TimeSpan.FromSeconds(10), load: 3);
        var (refusedAtFirst, behind) = (rush.Refusals, rush.Waiting);
        await rush.Pass(TimeSpan.FromSeconds(60), load: 0.2);
        var refused = rush.Refusals;
        await rush.Pass(TimeSpan.FromSeconds(20), load: 0.2);

        output.WriteLine($"seed {RunSize.Seed}: {rush.Happened} events, {refusedAtFirst} refusals in the overload, {behind} events behind at its end, {refused - refusedAtFirst} refusals afterwards");
        Assert.Equal((true, true, refused), (refusedAtFirst > 0, behind > 1000, rush.Refusals));
        await rush.Drain();
        Assert.Equal((rush.Happened, rush.Happened), (server.Journal.Stored.Length, server.Journal.Stored.DistinctBy(static happened => (happened.Source, happened.Id)).Count()));
    }
}
