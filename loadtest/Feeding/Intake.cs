using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace OpsBoard.LoadTest;

/// <summary>The doors of the server for events. While there is no answer, or one that says "later", the same bytes are sent again, so that each event counts once.</summary>
internal sealed class Intake(HttpClient http, Backoff backoff, TimeProvider real)
{
    private static readonly MediaTypeHeaderValue Batch = new("application/cloudevents-batch+json");

    /// <param name="events">In the body.</param>
    /// <param name="again">Called before the same bytes are sent once more.</param>
    /// <exception cref="IntakeRefusedException">The feed has no right to send, or there is no intake at the address.</exception>
    public async Task<Answer> AskAsync(Uri door, ReadOnlyMemory<byte> body, int events, Action again, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (answer, retryAfter) = await TryAskAsync(door, body, events, cancel);
            if (answer is not null) return answer;
            again();
            await Task.Delay(backoff.Next(attempt, retryAfter), real, cancel);
        }
    }

    private async Task<(Answer? Answer, RetryConditionHeaderValue? RetryAfter)> TryAskAsync(Uri door, ReadOnlyMemory<byte> body, int events, CancellationToken cancel)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = Batch;
            using var response = await http.PostAsync(door, content, cancel);
            var answer = await ReadAsync(response, events, cancel);
            return (answer, response.Headers.RetryAfter);
        }
        catch (Exception failure) when (Unanswered.Is(failure, cancel))
        {
            return default;
        }
    }

    private static async Task<Answer?> ReadAsync(HttpResponseMessage response, int events, CancellationToken cancel) => response.StatusCode switch
    {
        HttpStatusCode.OK => Answer.Read(await response.Content.ReadAsByteArrayAsync(cancel), events),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.UnsupportedMediaType =>
            throw new IntakeRefusedException($"The intake refuses this feed: {Words(response)}."),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => null,
        _ => Answer.Rejected(events, $"the whole batch: {Words(response)}"),
    };

    private static string Words(HttpResponseMessage response) => string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {response.ReasonPhrase}");
}
