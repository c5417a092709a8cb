using System.Net;
using System.Net.Http.Headers;

namespace OpsBoard.Web.Tests.Import;

/// <summary>Gives its answers one after the other, and the last one for ever; it always says to come back at once.</summary>
internal sealed class FakeServer(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (status, body) = answers[Math.Min(Requests++, answers.Length - 1)];
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
        return Task.FromResult(response);
    }
}
