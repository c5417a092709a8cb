using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Cluster;

/// <summary>
/// A source that sends accepted cases, a batch after the other, to one server after the other, as a load balancer would spread them. A batch that is
/// not answered is sent again, to the next server, until it is: so each of its events is acknowledged once and may have been stored before.
/// </summary>
internal sealed class SteadyLoad(string name, Func<IReadOnlyList<KillableServer>> servers) : IAsyncDisposable
{
    private const int EventsOfABatch = 20;

    // A server that is frozen takes a connection and says nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly DateTimeOffset _at = TimeProvider.System.GetUtcNow();
    private Task _sending = Task.CompletedTask;
    private int _turn;

    public int Acknowledged { get; private set; }

    public int Resent { get; private set; }

    public void Begin() => _sending = Send();

    /// <summary>Sends no further batch, and answers when the last one is acknowledged.</summary>
    public async Task<int> Finish()
    {
        await _end.CancelAsync();
        await _sending;
        return Acknowledged;
    }

    public async ValueTask DisposeAsync()
    {
        await Finish();
        _end.Dispose();
    }

    private async Task Send()
    {
        for (var batch = 0; !_end.IsCancellationRequested; batch++)
        {
            while (!await TrySend(batch)) Resent++;
            Acknowledged += EventsOfABatch;
            await Task.Delay(Between, TimeProvider.System);
        }
    }

    private async Task<bool> TrySend(int batch)
    {
        var running = servers();
        var server = running[_turn++ % running.Count];
        using var body = new StringContent(JsonSerializer.Serialize(Enumerable.Range(0, EventsOfABatch).Select(each => Event(batch, each))), Encoding.UTF8, "application/cloudevents-batch+json");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await server.Client.PostAsync("/api/v1/events", body, patience.Token);
            if (answer.StatusCode != HttpStatusCode.OK) return false;
            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(patience.Token));
            Assert.Equal(EventsOfABatch, told.RootElement.GetProperty("accepted").GetInt32() + told.RootElement.GetProperty("duplicate").GetInt32());
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private object Event(int batch, int each) => SentEvent.Accepted(
        string.Create(CultureInfo.InvariantCulture, $"{name}-{batch}-{each}"),
        window: string.Create(CultureInfo.InvariantCulture, $"hainan/c{each % 4}/housing/w{each % 10}"),
        at: _at);
}
