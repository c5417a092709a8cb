using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OpsBoard.LoadTest;

/// <summary>An intake that keeps identities only, and breaks down as often as its plan says.</summary>
internal sealed class StubIntake : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly Func<int, Mishap> _plan;
    private readonly string? _time;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _requests;

    private StubIntake(Func<int, Mishap> plan, string? time)
    {
        (_plan, _time) = (plan, time);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(context => context.Request.Path == "/api/v1/time" ? TellTimeAsync(context) : TakeAsync(context));
    }

    /// <summary>Times of the events in the order in which they were accepted.</summary>
    public List<string> Times { get; } = [];

    public IReadOnlySet<string> Known => _known;

    public List<int> BatchSizes { get; } = [];

    public List<string?> ContentTypes { get; } = [];

    /// <summary>The headers of a signature and the body that it is over, of each request.</summary>
    public List<(string Source, string Id, string Timestamp, string Signature, byte[] Body)> Signed { get; } = [];

    public Uri Url => new(_host.Urls.Single());

    /// <param name="plan">What goes wrong with the n-th request, from 1.</param>
    /// <param name="time">The body of the answer to the question for the time; null if there is no such endpoint.</param>
    public static async Task<StubIntake> StartAsync(Func<int, Mishap> plan, string? time = null)
    {
        var stub = new StubIntake(plan, time);
        await stub._host.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task TellTimeAsync(HttpContext context)
    {
        if (_time is not null) return context.Response.WriteAsync(_time);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext context)
    {
        var mishap = _plan(++_requests);
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        Note(context.Request.Headers, bytes.ToArray());
        using var body = JsonDocument.Parse(bytes.ToArray());
        if (mishap is Mishap.Busy or Mishap.Refused)
        {
            context.Response.StatusCode = mishap == Mishap.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
            context.Response.Headers.RetryAfter = "2";
            return;
        }

        ContentTypes.Add(context.Request.ContentType);
        var answer = Take(body.RootElement);
        if (mishap == Mishap.LostAnswer) context.Abort();
        else await context.Response.WriteAsync(answer);
    }

    private void Note(IHeaderDictionary headers, byte[] body) =>
        Signed.Add((headers["OpsBoard-Source"].ToString(), headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body));

    private string Take(JsonElement batch)
    {
        BatchSizes.Add(batch.GetArrayLength());
        var again = batch.EnumerateArray().Select((told, index) => (told, index)).Where(pair => !Accept(pair.told)).ToArray();
        var results = again.Select(pair => new { pair.index, id = pair.told.GetProperty("id").GetString(), status = "duplicate" });
        return JsonSerializer.Serialize(new { accepted = batch.GetArrayLength() - again.Length, duplicate = again.Length, conflict = 0, rejected = 0, results });
    }

    private bool Accept(JsonElement told)
    {
        var isNew = _known.Add(Some.Identity(told));
        if (isNew) Times.Add(told.GetProperty("time").GetString()!);
        return isNew;
    }
}
