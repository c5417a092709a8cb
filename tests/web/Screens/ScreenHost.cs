using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Screens;

/// <summary>The screens over a real Kestrel on loopback, with the frames of the sample board and a clock that stands still.</summary>
public sealed class ScreenHost : IAsyncLifetime
{
    private WebApplication? _app;

    internal FakeFrames Frames { get; } = new() { ["hainan"] = SampleBoard.Frame(), ["hainan/haikou/housing"] = SampleBoard.Window() };

    internal ManualClock Clock { get; } = new(SampleBoard.Now.AddSeconds(1));

    internal FakeFeed Feed => _app!.Services.GetRequiredService<FakeFeed>();

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddScreens();
        builder.Services.AddSingleton(SampleRoster.Hainan);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton(Frames);
        builder.Services.AddSingleton<FakeFeed>();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton<IFrames>(Frames);
        builder.Services.AddSingleton<IPeriods>(Frames);
        builder.Services.AddSingleton<ConfigurationWarnings>();
        builder.Services.AddSingleton(new IndicatorBodies(SomeIndicators.Packaged, SampleRoster.Hainan, CountingTerms.Default));
        builder.Services.AddOptions<FreshnessLimits>();
        builder.Services.Configure<DemoMode>(static demo => demo.Enabled = true);
        builder.Services.AddAuthorizationBuilder().AddPolicy("view", static policy => policy.RequireAssertion(static _ => true));

        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseScreens();
        _app.UseAuthorization();
        _app.MapScreens();
        _app.MapHub<FakeBoardHub>("/hubs/board");
        _app.MapGet("/api/v1/live", static (HttpContext context, string scope, FakeFeed feed) => feed.Stream(context, scope));
        _app.MapGet("/api/v1/units/{**scope}", static (HttpContext context, string scope, FakeFeed feed) => feed.Answer(context, scope));
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
