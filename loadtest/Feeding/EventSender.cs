using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace OpsBoard.LoadTest;

/// <summary>
/// Brings a batch to the intake. While there is no answer, or one that says "later", the same bytes are sent again, so that each event counts once.
/// </summary>
internal sealed class EventSender(HttpClient http, Ledger ledger, LedgerFile? file, Backoff backoff, TimeProvider real, TextWriter report)
{
    private static readonly Uri Live = new("/api/v1/events", UriKind.Relative);
    private static readonly Uri Past = new("/api/v1/events?lane=backfill", UriKind.Relative);

    private static readonly MediaTypeHeaderValue Batch = new("application/cloudevents-batch+json");

    /// <exception cref="IntakeRefusedException">The feed has no right to send, or there is no intake at the address; the batch stays unknown.</exception>
    /// <exception cref="OperationCanceledException">The batch stays unknown.</exception>
    /// <param name="isPast">What happened long ago: it must not keep what happens now waiting.</param>
    public async Task SendAsync(EventBatch batch, bool isPast, CancellationToken cancel)
    {
        ledger.Send(batch.Events.Count);
        var answer = Answer.Unknown(batch.Events.Count);
        try
        {
            answer = await AskAsync(batch, isPast ? Past : Live, cancel);
        }
        finally
        {
            file?.Write(batch, answer);
            foreach (var reason in ledger.Settle(answer)) await report.WriteLineAsync($"Refused: {reason}");
        }
    }

    private async Task<Answer> AskAsync(EventBatch batch, Uri intake, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (answer, retryAfter) = await TryAskAsync(batch, intake, cancel);
            if (answer is not null) return answer;
            ledger.Retry();
            await Task.Delay(backoff.Next(attempt, retryAfter), real, cancel);
        }
    }

    private async Task<(Answer? Answer, RetryConditionHeaderValue? RetryAfter)> TryAskAsync(EventBatch batch, Uri intake, CancellationToken cancel)
    {
        try
        {
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = Batch;
            using var response = await http.PostAsync(intake, body, cancel);
            var answer = await ReadAsync(response, batch.Events.Count, cancel);
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
