using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Import;

/// <summary>Into a running server, through the same door as every source. A server that is too busy is asked again, as it says when.</summary>
/// <param name="client">Has the server's base address, and whatever the server wants to see before it takes anything.</param>
/// <param name="path">The door for what is sent, which answers like the intake.</param>
/// <param name="contentType">Of an array of it.</param>
public sealed class HttpSink<T>(HttpClient client, TimeProvider clock, string path, string contentType) : IImportSink<T>
{
    private const int MostTries = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<ImmutableArray<SinkAnswer>> Send(IReadOnlyList<Imported<T>> things, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await Post(things, cancellation);
            if (response.StatusCode == HttpStatusCode.OK) return await Answers(response, things.Count, cancellation);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                throw new ImportException($"{client.BaseAddress} takes nothing without a key: give --data with the data directory that it holds, which has one, and run as an account that may read it.", ImportException.Incomplete);
            if (!MayBeRetried(response.StatusCode) || attempt == MostTries)
                throw new ImportException($"{client.BaseAddress} answers {(int)response.StatusCode} {response.ReasonPhrase}.", ImportException.Incomplete);
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? Pause, clock, cancellation);
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<HttpResponseMessage> Post(IReadOnlyList<Imported<T>> things, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(Batch(things)) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        try
        {
            return await client.PostAsync(path, content, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new ImportException($"{client.BaseAddress} cannot be reached: {fault.Message}", ImportException.Incomplete);
        }
    }

    private static byte[] Batch(IReadOnlyList<Imported<T>> things)
    {
        using var buffer = new MemoryStream();
        for (var i = 0; i < things.Count; i++)
        {
            buffer.WriteByte((byte)(i == 0 ? '[' : ','));
            buffer.Write(things[i].Item.Span);
        }

        buffer.WriteByte((byte)']');
        return buffer.ToArray();
    }

    private static bool MayBeRetried(HttpStatusCode status) => status
        is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private async Task<ImmutableArray<SinkAnswer>> Answers(HttpResponseMessage response, int count, CancellationToken cancellation)
    {
        var results = (await BodyOf(response, cancellation))?.Results ?? default;
        if (results.IsDefault || results.Any(result => result.Index < 0 || result.Index >= count))
            throw new ImportException($"{client.BaseAddress} answers 200 with a body that is not an intake's: is it the right server?", ImportException.Incomplete);

        var answers = Enumerable.Repeat(new SinkAnswer(Verdict.Accepted), count).ToArray();
        foreach (var result in results) answers[result.Index] = AnswerOf(result);
        return [.. answers];
    }

    private static async Task<IntakeAnswer?> BodyOf(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<IntakeAnswer>(await response.Content.ReadAsStreamAsync(cancellation), IntakeAnswer.Json, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SinkAnswer AnswerOf(ItemAnswer result) => result.Status switch
    {
        "duplicate" => new SinkAnswer(Verdict.Duplicate),
        "conflict" => new SinkAnswer(Verdict.Conflict),
        _ => new SinkAnswer(Verdict.Rejected, new Rejection(result.Reason ?? "", result.Detail ?? "")),
    };
}
