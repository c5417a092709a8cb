using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using OpsBoard.Supervision.Notices;
using OpsBoard.Web.Access.Sources;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>
/// Sends a notice as a signed POST, as Standard Webhooks has it and as this server's own intake checks it. Redirects are not followed: an address that may be sent
/// elsewhere is nobody's whom the operator chose. What a receiver writes back is not read.
/// </summary>
internal sealed class WebhookWay(LetterJson json, IOptionsMonitor<NoticeOptions> options) : ISendingWay, IDisposable
{
    private const string Agent = "OpsBoard";

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 2,
        // Of telemetry's own headers a receiver needs none.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public bool Serves(Letter letter) => letter.Receiver.Webhook is not null;

    public async Task<SendAnswer> Send(Letter letter, CancellationToken cancellation)
    {
        if (!options.CurrentValue.Secrets.TryGetValue(letter.Receiver.Secret!, out var secret) || secret.Length == 0) return SendAnswer.Down(NoticeFaults.NoSecret);
        var body = json.Write(letter);
        using var request = new HttpRequestMessage(HttpMethod.Post, letter.Receiver.Webhook) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Agent, null));
        Sign(request, letter, secret, body.Span);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Of(answer.StatusCode);
        }
        catch (HttpRequestException fault)
        {
            return SendAnswer.Down(fault.InnerException is AuthenticationException ? NoticeFaults.Tls : NoticeFaults.Unreachable);
        }
    }

    public void Dispose() => _client.Dispose();

    private static void Sign(HttpRequestMessage request, Letter letter, string secret, ReadOnlySpan<byte> body)
    {
        var timestamp = letter.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var tag = SourceSignature.Tag(KeyText.BytesOf(secret), letter.Identity, timestamp, body);
        request.Headers.Add(SourceSignature.IdHeader, letter.Identity);
        request.Headers.Add(SourceSignature.TimestampHeader, timestamp);
        request.Headers.Add(SourceSignature.Header, $"{SourceSignature.Scheme}{Convert.ToBase64String(tag)}");
    }

    private static SendAnswer Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => SendAnswer.Taken,
        >= 300 and < 400 => SendAnswer.Refused(NoticeFaults.Redirected),
        408 or 429 or >= 500 => SendAnswer.Down(NoticeFaults.Http((int)status)),
        var other => SendAnswer.Refused(NoticeFaults.Http(other)),
    };
}
