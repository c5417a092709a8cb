using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OpsBoard.LoadTest;

/// <summary>A board that tells what it is told to tell.</summary>
internal sealed class StubBoard : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _asked;

    private StubBoard(Func<int, string, string> body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(context => context.Response.WriteAsync(body(Interlocked.Increment(ref _asked), context.Request.QueryString.ToString())));
    }

    public Uri Url => new(_host.Urls.Single());

    /// <param name="body">Of the n-th answer, from 1, to a question with this query.</param>
    public static async Task<StubBoard> StartAsync(Func<int, string, string> body)
    {
        var stub = new StubBoard(body);
        await stub._host.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
