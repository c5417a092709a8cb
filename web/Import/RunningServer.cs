using System.Net.Http.Headers;

namespace OpsBoard.Web.Import;

/// <summary>A server that holds the data directory.</summary>
/// <param name="Key">With which it lets in whoever can read that directory; null where that is not known.</param>
public sealed record RunningServer(Uri Address, string? Key)
{
    public HttpClient Connect()
    {
        var client = new HttpClient { BaseAddress = Address };
        if (Key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => Address.ToString();
}
