using System.Net;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Asks the server what time it is there, for it may play a day faster or another day altogether.</summary>
internal sealed class ServerTime(HttpClient http, Backoff backoff, TimeProvider real, TextWriter report)
{
    /// <summary>Waits for as long as the server does not answer; one that has no such endpoint runs on this machine's clock at <paramref name="speed"/>.</summary>
    public async Task<ScaledClock> AskAsync(double speed, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await TryAskAsync(speed, cancel) is { } clock) return clock;
            if (attempt == 0) await report.WriteLineAsync($"Waiting for {http.BaseAddress} …");
            await Task.Delay(backoff.Next(Math.Min(attempt, 2), null), real, cancel);
        }
    }

    private async Task<ScaledClock?> TryAskAsync(double speed, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/api/v1/time", UriKind.Relative), cancel);
            if (answer.StatusCode == HttpStatusCode.NotFound) return new(real, real.GetUtcNow(), speed);
            return answer.IsSuccessStatusCode ? Read(await answer.Content.ReadAsByteArrayAsync(cancel)) : null;
        }
        catch (Exception failure) when (Unanswered.Is(failure, cancel))
        {
            return null;
        }
    }

    private ScaledClock Read(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var speed = json.RootElement.TryGetProperty("speed", out var told) ? told.GetDouble() : 1;
        return new(real, json.RootElement.GetProperty("now").GetDateTimeOffset(), speed);
    }
}
