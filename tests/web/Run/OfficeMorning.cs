using System.Net.Http.Headers;
using OpsBoard.LoadTest;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The simulated province on a Friday until ten, heartbeats and all.</summary>
internal static class OfficeMorning
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    public static readonly DateTimeOffset Begin = new(Friday, new TimeOnly(0, 0), BusinessDay.Offset);

    private static readonly DateTimeOffset End = Begin.AddHours(10);

    public static async Task Play(LiveServer server)
    {
        var day = new OfficeDay(new Province(Province.DefaultWindows), Friday, seed: 1, TimeSpan.FromMinutes(1));
        using var batches = new EventBatcher(day.Events().GetEnumerator(), 1000);
        var accepted = 0L;
        while (batches.TakeUntil(End) is { } batch)
        {
            server.Clock.Now = batch.Events[^1].Time;
            accepted += batch.Events.LongCount(static told => told.Type == EventType.CaseAccepted);
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body);
            answer.EnsureSuccessStatusCode();
        }

        server.Clock.Now = End;
        await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == accepted);
    }
}
