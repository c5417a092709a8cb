using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Signs each request that has a body, anew at each sending: by the clock of this machine, as the intake compares it with its own.</summary>
internal sealed class SigningHandler(string source, SourceSecret secret, TimeProvider real, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            var (id, timestamp) = (Guid.NewGuid().ToString(), real.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("OpsBoard-Source", source);
            request.Headers.Add("webhook-id", id);
            request.Headers.Add("webhook-timestamp", timestamp);
            request.Headers.Add("webhook-signature", secret.Sign(id, timestamp, await content.ReadAsByteArrayAsync(cancellationToken)));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
