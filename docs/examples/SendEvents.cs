// Sends the events of a file, one CloudEvent a line, until the server has them all. Nothing but the .NET SDK is needed:
//   dotnet run SendEvents.cs -- http://127.0.0.1:8080 hall-3 secret.txt events.jsonl
#:property PublishAot=false
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

var (server, source, secretFile, eventsFile) = (args[0], args[1], args[2], args[3]);
var secret = Convert.FromBase64String(File.ReadAllText(secretFile).Trim()["whsec_".Length..]);
using var client = new HttpClient { BaseAddress = new Uri(server), Timeout = TimeSpan.FromSeconds(30) };
var refused = 0;

// At most 1,000 events and 1 MiB a request.
foreach (var events in File.ReadLines(eventsFile).Where(line => line.Length > 0).Chunk(500))
{
    using var answer = JsonDocument.Parse(await SendUntilTaken(Encoding.UTF8.GetBytes($"[{string.Join(',', events)}]")));
    Console.WriteLine($"{answer.RootElement.GetProperty("accepted")} accepted, {answer.RootElement.GetProperty("duplicate")} known already.");
    foreach (var result in answer.RootElement.GetProperty("results").EnumerateArray())
    {
        // A duplicate is a success. Of all others a person must hear: sending them again does not help.
        if (result.GetProperty("status").GetString() == "duplicate") continue;
        refused++;
        Console.Error.WriteLine($"{events[result.GetProperty("index").GetInt32()]}: {result}");
    }
}

return refused == 0 ? 0 : 1;

// The same bytes each time, for as long as it takes: whether an unanswered request was stored is unknown, and its repetition is recognised by the ids.
async Task<string> SendUntilTaken(byte[] body)
{
    for (var wait = TimeSpan.FromSeconds(1); ; wait = wait < TimeSpan.FromMinutes(1) ? wait * 2 : wait)
    {
        TimeSpan? told = null;
        try
        {
            using var answer = await client.SendAsync(Signed(body));
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.OK) return text;
            if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
                throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
            told = answer.Headers.RetryAfter?.Delta;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"{server} does not answer: {fault.Message}");
        }

        await Task.Delay(told ?? wait * (1 + Random.Shared.NextDouble() / 4));
    }
}

// Signed anew each time, since a signature holds for five minutes.
HttpRequestMessage Signed(byte[] body)
{
    var (id, time) = ($"msg_{Guid.NewGuid():N}", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString());
    var tag = HMACSHA256.HashData(secret, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body]);
    var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events") { Content = new ByteArrayContent(body) };
    request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
    request.Headers.Add("OpsBoard-Source", source);
    request.Headers.Add("webhook-id", id);
    request.Headers.Add("webhook-timestamp", time);
    request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(tag)}");
    return request;
}
