using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Simulation;

public sealed class RetryStormTests(ITestOutputHelper output)
{
    [Fact]
    public void An_event_that_is_sent_ten_times_in_any_order_and_batch_over_restarts_and_days_counts_once()
    {
        var storm = new RetryStorm(seed: 1, events: RunSize.Of(20_000, 1_000_000), times: 10);

        storm.Run();

        output.WriteLine($"{storm.Sent} sendings, {storm.Of(Verdict.Accepted)} accepted, {storm.Of(Verdict.Duplicate)} duplicate, {storm.Of(Verdict.Conflict)} in conflict, in {storm.Lasted}");
        Evidence.OfLongTest("retry-storm", "Retry storm", typeof(RetryStormTests), storm.Lasted, LongRuns.FiguresOf(storm));
    }
}
