using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Journal;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Notices;
using OpsBoard.Supervision.Plans;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Board;
using OpsBoard.Web.History;
using OpsBoard.Web.Fleet;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Replay;
using OpsBoard.Web.Reviews;
using OpsBoard.Web.Run;
using OpsBoard.Web.Screens.Replay;
using OpsBoard.Web.Sources;
using OpsBoard.Web.Supervision;
using OpsBoard.Web.Supervision.Notices;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Screens;

/// <summary>The screens over a real Kestrel on loopback, with the frames of the sample board and a clock that stands still.</summary>
public sealed class ScreenHost : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();
    private WebApplication? _app;

    internal FakeFrames Frames { get; } = new()
    {
        ["hainan"] = SampleBoard.Frame(),
        ["hainan/haikou/housing"] = SampleBoard.Window(),
        ["hainan/danzhou"] = SampleBoard.With("hainan/danzhou", 40),
        ["hainan/ledong"] = SampleBoard.Silent("hainan/ledong"),
        ["hainan/wenchang"] = SampleBoard.With("hainan/wenchang", 70),
        ["hainan/sanya/tax"] = SampleBoard.With("hainan/sanya/tax", 24),
    };

    internal ManualClock Clock { get; } = new(SampleBoard.Now.AddSeconds(1));

    internal FakeFeed Feed => _app!.Services.GetRequiredService<FakeFeed>();

    internal FakeReplays Replays => _app!.Services.GetRequiredService<FakeReplays>();

    internal Walls Walls => _app!.Services.GetRequiredService<Walls>();

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddScreens().AddCompression();
        builder.Services.AddSingleton(SampleRoster.Hainan);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton(Frames);
        builder.Services.AddSingleton<FakeFeed>();
        builder.Services.AddSignalR();
        builder.Services.AddSingleton<IFrames>(Frames);
        builder.Services.AddSingleton<IPeriods>(Frames);
        builder.Services.AddSingleton<FakeReplays>();
        builder.Services.AddSingleton<IReplays>(static all => all.GetRequiredService<FakeReplays>());
        builder.Services.AddFleet().AddSingleton(_ => new AccessDatabase(_folder.Path)).AddSingleton<AuditTrail>().AddSingleton<WallRegistry>();
        builder.Services.AddSourceBook().AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<SourceClocks>();
        builder.Services.AddSingleton<ConfigurationWarnings>();
        builder.Services.AddSingleton(new IndicatorBodies(SomeIndicators.Packaged, SampleRoster.Hainan, CountingTerms.Default));
        builder.Services.AddSingleton(SomeIndicators.Packaged);
        builder.Services.AddSingleton(CountingTerms.Default);
        builder.Services.AddSingleton<IJournal, QuietJournal>();
        builder.Services.AddSingleton<IEventSources, QuietSources>();
        builder.Services.AddSingleton<HistoryReader>();
        builder.Services.AddSingleton(new Attendance(SampleRoster.Hainan, new FreshnessLimits(), CountingTerms.Default));
        AddLists(builder.Services);
        builder.Services.AddOptions<FreshnessLimits>();
        builder.Services.Configure<DemoMode>(static demo => demo.Enabled = true);
        LetEverybodyIn(builder.Services);

        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseCompression();
        _app.UseScreens();
        _app.UseAuthorization();
        _app.MapScreens();
        _app.MapReplay();
        _app.MapFleet();
        MapFeed(_app);
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    private static void MapFeed(WebApplication app)
    {
        app.MapHub<FakeBoardHub>("/hubs/board");
        app.MapGet("/api/v1/live", static (HttpContext context, string scope, FakeFeed feed) => feed.Stream(context, scope));
        app.MapGet("/api/v1/units/{**scope}", static (HttpContext context, string scope, FakeFeed feed) => feed.Answer(context, scope));
        // A page whose line falls silent asks whether it may still look: here nobody is ever sent away.
        app.MapGet("/api/v1/self", static () => Results.Ok());
    }

    private static void LetEverybodyIn(IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder();
        foreach (var name in Policies.All.Keys) policies.AddPolicy(name, static policy => policy.RequireAssertion(static _ => true));
    }

    private static void AddLists(IServiceCollection services)
    {
        services.AddSingleton(new Assessments(AssessmentReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "defaults", "assessments.json"), SomeIndicators.Packaged)));
        services.AddSingleton<ScopeReader>().AddSingleton<LaggingReader>().AddSingleton<RankingReader>().AddSingleton<ScoreReader>().AddSingleton<TrendReader>();
        services.AddReviews().AddSources().AddSupervision().AddNoticeBook(EscalationRules.None).AddCadence(new DutyList([]), new TargetPlans([])).AddSingleton(CountingTerms.Default).AddSingleton<ITaskLedger, QuietLedger>();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _folder.Dispose();
    }
}
