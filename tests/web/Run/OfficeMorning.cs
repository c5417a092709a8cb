using System.Net.Http.Headers;
using OpsBoard.LoadTest;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The simulated province on a Friday until ten, heartbeats and all, and on from there.</summary>
internal sealed class OfficeMorning : IDisposable
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    public static readonly DateTimeOffset Begin = new(Friday, new TimeOnly(0, 0), BusinessDay.Offset);

    private static readonly DateTimeOffset Ten = Begin.AddHours(10);

    private readonly EventBatcher _batches =
        new(new OfficeDay(new Province(Province.DefaultWindows), Friday, seed: 1, TimeSpan.FromMinutes(1)).Events().GetEnumerator(), 1000);

    private long _accepted;

    public static async Task Play(LiveServer server)
    {
        using var morning = new OfficeMorning();
        await morning.PlayUntilTen(server);
    }

    public async Task PlayUntilTen(LiveServer server)
    {
        await GoOn(server, Ten);
        await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == _accepted);
    }

    /// <summary>Sends what happens by then, and sets the server's clock to it.</summary>
    public async Task GoOn(LiveServer server, DateTimeOffset until)
    {
        while (_batches.TakeUntil(until) is { } batch)
        {
            server.Clock.Now = batch.Events[^1].Time;
            _accepted += batch.Events.LongCount(static told => told.Type == EventType.CaseAccepted);
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body);
            answer.EnsureSuccessStatusCode();
        }

        server.Clock.Now = until;
    }

    public void Dispose() => _batches.Dispose();
}
