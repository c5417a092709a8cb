using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Supervision.Notices;

namespace OpsBoard.Web.Run;

/// <summary>What is bounded and how full it is, what ages and how old it is: read whenever a collector asks.</summary>
internal static class Gauges
{
    public static void WatchGauges(this WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<OpsBoardMetrics>();
        WatchIntake(metrics, app.Services.GetRequiredService<IntakeGates>(), app.Services.GetRequiredService<SourceClocks>());
        WatchJournal(metrics, app.Services.GetRequiredService<IJournalStore>(), app.Services.GetRequiredService<DataDirectory>());
        WatchBoard(metrics, app.Services.GetRequiredService<ViewerDoor>(), app.Services.GetRequiredService<BoardRelay>());
        WatchNotices(metrics, app.Services.GetRequiredService<NoticeRounds>(), app.Services.GetRequiredService<TimeProvider>());
        WatchOperator(metrics, app.Services.GetRequiredService<RecountLedger>(), app.Services.GetRequiredService<ConfigurationWarnings>(), app.Services.GetRequiredService<TimeProvider>());
    }

    private static void WatchIntake(OpsBoardMetrics metrics, IntakeGates gates, SourceClocks clocks)
    {
        metrics.Watch("opsboard.intake.bodies", "{body}", "Bodies that are received or judged at present.", () => gates.Bodies);
        metrics.Watch("opsboard.sources.clock_off", "{source}", "Sources whose clock is more than 2 minutes off.", () => clocks.All.Count(static source => source.IsOff));
    }

    private static void WatchJournal(OpsBoardMetrics metrics, IJournalStore journal, DataDirectory directory)
    {
        metrics.Watch("opsboard.queue.events", "{event}", "Events that wait for a commit.", () => journal.Waiting.Events);
        metrics.Watch("opsboard.queue.bytes", "By", "Estimated bytes that wait for a commit.", () => journal.Waiting.Bytes);
        metrics.Watch("opsboard.journal.size", "By", "The journal's file.", () => journal.Sizes.Journal);
        metrics.Watch("opsboard.journal.log", "By", "The log beside it, which is written back again and again.", () => journal.Sizes.Log);
        metrics.Watch("opsboard.journal.stopped", "{journal}", "1 once the journal has stopped after a fault of its disk.", () => journal.Fault is null ? 0 : 1);
        metrics.Watch("opsboard.journal.full", "{journal}", "1 while the disk of the journal is full.", () => journal.IsFull ? 1 : 0);
        metrics.Watch("opsboard.disk.free", "By", "Room that is left on the disk of the data directory.", () => Ballast.RoomOf(directory.Path));
    }

    private static void WatchNotices(OpsBoardMetrics metrics, NoticeRounds notices, TimeProvider clock)
    {
        metrics.Watch("opsboard.notices.waiting", "{notice}", "Notices that are due and were not taken yet.", () => notices.Last?.Waiting ?? 0);
        metrics.Watch("opsboard.notices.given_up", "{notice}", "Notices of open entries that nobody tries any more.", () => notices.Last?.GivenUp ?? 0);
        metrics.Watch("opsboard.notices.unlisted", "{notice}", "Notices of open entries for whose unit no receiver is listed.", () => notices.Last?.Unlisted ?? 0);
        metrics.Watch("opsboard.notices.ways_down", "{way}", "Mail, or webhooks, that were of no use when they were last tried.", () => notices.Last?.WaysDown ?? 0);
        metrics.WatchAge("opsboard.notices.age", "Since the oldest notice that waits fell due.", () => notices.Last?.OldestDueMs is { } due ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(due) : null);
    }

    private static void WatchBoard(OpsBoardMetrics metrics, ViewerDoor door, BoardRelay relay)
    {
        metrics.Watch("opsboard.viewers", "{connection}", "Viewers that are connected.", () => door.Viewers);
        metrics.Watch("opsboard.feeds", "{scope}", "Scopes that are followed.", () => relay.Feeds);
        metrics.WatchAge("opsboard.feeds.age", "How long the feed that heard nothing for longest has heard nothing: screens say so after 15 s.", () => relay.OldestFeed);
    }

    private static void WatchOperator(OpsBoardMetrics metrics, RecountLedger recount, ConfigurationWarnings warnings, TimeProvider clock)
    {
        metrics.WatchAge("opsboard.recount.age", "Since the end of the last full round of the recount in the background.", () => clock.GetUtcNow() - recount.Last?.Finished);
        metrics.Watch("opsboard.recount.differing", "{figure}", "Figures that differ from their recount, by what is known now; more than 0 is an alarm.", () => Math.Max(recount.Last?.Differing ?? 0, recount.Running?.Differing ?? 0));
        metrics.Watch("opsboard.configuration.warnings", "{file}", "Configuration files with a mistake, or that are in force at the next start.", () => warnings.All.Count());
    }
}
