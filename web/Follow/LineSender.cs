using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsBoard.Web.Adapters;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Follow;

/// <summary>Hands lines to the server's door for them, once; whoever calls decides when to try again.</summary>
/// <param name="client">Has the server's base address, and signs.</param>
internal sealed class LineSender(HttpClient client, TimeProvider clock)
{
    public async Task<LineAnswer> Send(IReadOnlyCollection<string> lines, CancellationToken cancellation)
    {
        using var body = new StringContent(string.Join('\n', lines), Encoding.UTF8, QueueEndpoint.TextType);
        try
        {
            using var response = await client.PostAsync(QueueEndpoint.Path, body, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            if (response.StatusCode == HttpStatusCode.OK && TakenOf(text, lines.Count) is { } taken) return new LineAnswer(taken, null, null);
            return new LineAnswer(null, RetryAfter(response.Headers.RetryAfter), TroubleOf(response, text));
        }
        catch (HttpRequestException fault)
        {
            return new LineAnswer(null, null, $"cannot be reached: {fault.Message.TrimEnd('.')}.");
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new LineAnswer(null, null, $"does not answer within {client.Timeout.TotalSeconds:0} s.");
        }
    }

    private static IntakeAnswer? TakenOf(string text, int lines) =>
        Read<IntakeAnswer>(text) is { Results.IsDefault: false } taken && taken.Results.All(result => result.Index >= 0 && result.Index < lines) ? taken : null;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date - clock.GetUtcNow());

    private static string TroubleOf(HttpResponseMessage response, string text)
    {
        var detail = Read<Problem>(text)?.Detail;
        return response.StatusCode == HttpStatusCode.OK
            ? "answers 200 with a body that is not an intake's: is it the right server?"
            : $"answers {(int)response.StatusCode} {response.ReasonPhrase}{(detail is null ? "." : $": {detail}")}";
    }

    private static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, IntakeAnswer.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Problem(string? Detail);
}
