using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsBoard.Web.Tests.Supervision.Notices;

/// <summary>An integrator's endpoint on loopback: keeps what it was sent, and answers what the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private WebApplication _app = null!;

    public string Address => $"{_app.Urls.Single()}/hook";

    public ConcurrentQueue<(IHeaderDictionary Headers, byte[] Body)> Taken { get; } = new();

    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Runs before the answer is given.</summary>
    public Func<Task> Before { get; set; } = static () => Task.CompletedTask;

    public static async Task<WebhookReceiver> Start()
    {
        var receiver = new WebhookReceiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        receiver._app = builder.Build();
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Taken.Enqueue((new HeaderDictionary(http.Request.Headers.ToDictionary()), body.ToArray()));
        await Before();
        http.Response.StatusCode = Status;
        if (Status is >= 300 and < 400) http.Response.Headers.Location = Address;
    }
}
