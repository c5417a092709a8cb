using System.Diagnostics;
using OpsBoard.Testing;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

public sealed class RetryStormTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Events_that_are_sent_up_to_ten_times_in_any_order_over_three_restarts_are_counted_once()
    {
        await using var server = await LiveServer.Start(adjust: Unhurried);
        var storm = new RetryStorm(server, RunSize.Of(usual: 4_000, @long: 1_000_000), restarts: 3, RunSize.Seed);
        var began = Stopwatch.GetTimestamp();

        await storm.Run();

        output.WriteLine($"seed {RunSize.Seed}: {storm.Sends} sends of {storm.Events} events, {storm.Unanswered} requests without an answer, {Stopwatch.GetElapsedTime(began)}");
        var board = await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt32() >= storm.Events);
        var recount = await server.Get("/api/v1/units/hainan/recount?day=all");
        Assert.Equal((storm.Events, true), (board.GetProperty("counts").GetProperty("accepted").GetInt32(), recount.GetProperty("equal").GetBoolean()));
        Assert.InRange(storm.Accepted, 1, storm.Events);
    }

    // The storm is about counting once; who sends too fast is another test's.
    private static void Unhurried(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
        Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<Web.Intake.IntakeOptions>(services, static options => options.EventsPerSecond = 1_000_000);
}
