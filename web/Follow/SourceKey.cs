using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Web.Follow;

/// <summary>Puts a source's name and key on each request: a signature over id, time and body for <c>whsec_…</c>, the key itself for <c>obk_…</c>.</summary>
internal sealed class SourceKey : DelegatingHandler
{
    private const string Signing = "whsec_";
    private const string Bearer = "obk_";

    private readonly string _source;
    private readonly string _key;
    private readonly byte[]? _secret;
    private readonly TimeProvider _clock;

    /// <exception cref="FollowException">The key is of neither form.</exception>
    public SourceKey(string source, string key, TimeProvider clock, HttpMessageHandler transport)
        : base(transport)
    {
        (_source, _key, _clock) = (source, key, clock);
        if (key.StartsWith(Bearer, StringComparison.Ordinal)) return;
        var secret = new byte[key.Length];
        if (!key.StartsWith(Signing, StringComparison.Ordinal) || !Convert.TryFromBase64String(key[Signing.Length..], secret, out var length))
            throw new FollowException("The secret file holds no key: it is one line that begins with whsec_ or obk_, as opsboard source add printed it.");
        _secret = secret[..length];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_secret is null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        else await Sign(request, _secret, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private async Task Sign(HttpRequestMessage request, byte[] secret, CancellationToken cancellation)
    {
        var id = $"msg_{Guid.NewGuid():N}";
        var timestamp = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellation);
        var tag = HMACSHA256.HashData(secret, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);
        request.Headers.Add("OpsBoard-Source", _source);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(tag)}");
    }
}
