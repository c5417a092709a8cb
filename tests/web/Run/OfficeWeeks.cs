using System.Net.Http.Headers;
using OpsBoard.LoadTest;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// The simulated province over four weeks, up to a Friday at ten: its item catalogue and its slow work, the whole Friday of the week before, and the
/// morning. All of it in time order: what comes late would be a revision of its day.
/// </summary>
internal static class OfficeWeeks
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private static readonly DateTimeOffset End = OfficeMorning.Begin.AddHours(10);

    // Of a window's heartbeats only the last ones say anything about ten o'clock.
    private static readonly DateTimeOffset Listened = End.AddMinutes(-5);

    public static readonly DateTimeOffset Begin = OfficeMorning.Begin.AddDays(-40);

    public static async Task Play(LiveServer server)
    {
        var province = new Province(Province.DefaultWindows);
        var before = TimeOrder.Merge([new Backlog(province, Friday, seed: 1).Events(), new OfficeDay(province, Friday.AddDays(-7), seed: 1, TimeSpan.Zero).Events()]);
        var morning = new OfficeDay(province, Friday, seed: 1, TimeSpan.FromMinutes(1)).Events().Where(static told => told.Type != EventType.WindowHeartbeat || told.Time > Listened);
        await Send(server, before);
        var accepted = await Send(server, morning);
        server.Clock.Now = End;
        await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == accepted);
    }

    /// <returns>How many cases were accepted.</returns>
    private static async Task<long> Send(LiveServer server, IEnumerable<ServiceEvent> events)
    {
        using var batches = new EventBatcher(events.GetEnumerator(), EventBatcher.MostEvents);
        var accepted = 0L;
        while (batches.TakeUntil(End) is { } batch)
        {
            if (batch.Events[^1].Time > server.Clock.Now) server.Clock.Now = batch.Events[^1].Time;
            accepted += batch.Events.LongCount(static told => told.Type == EventType.CaseAccepted);
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body);
            answer.EnsureSuccessStatusCode();
        }

        return accepted;
    }
}
