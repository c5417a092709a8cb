using Microsoft.AspNetCore.Connections;
using OpsBoard.Counting;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Adapters;
using OpsBoard.Web.Board;
using OpsBoard.Web.Events;
using OpsBoard.Web.Fleet;
using OpsBoard.Web.History;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Milestones;
using OpsBoard.Web.OpenApi;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Replay;
using OpsBoard.Web.Reviews;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Admin;
using OpsBoard.Web.Sources;
using OpsBoard.Web.Supervision;
using OpsBoard.Web.Supervision.Notices;
using OpsBoard.Web.Telemetry;

namespace OpsBoard.Web.Run;

/// <summary>The whole product in one process: intake, journal, grains, board and screens.</summary>
internal static class Server
{
    // After the viewers have gone, within Live:CloseOver: what requests are in flight, the last commit, what telemetry holds.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(4);

    /// <exception cref="StartException">A setting is misspelt, or an address of telemetry is wrong.</exception>
    /// <param name="adjust">Changes services before they are built: how tests bring their clock.</param>
    public static WebApplication Build(ServerSettings settings, DataDirectory directory, Roster roster, CountingTerms terms, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        var builder = Begin(settings, clock);
        builder.Services.AddProblemDetails().AddCompression();
        builder.Services.AddSilo(builder.Configuration, directory, roster, terms).AddConfigurationWatch(settings.Files).AddAccess(settings.Data).AddIntake().AddQueueMachines(settings.Files).AddMilestones().AddHistory().AddEvents().AddRecount().AddIndicators(settings.Files).AddReviews().AddSources().AddSupervision().AddNotices(settings.Files).AddCadence(settings.Files).AddBoard().AddReplay().AddFleet().AddScreens();
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<AccessLog>();
        app.Use(RequestActivity.Name);
        app.UseCompression();
        app.UseScreens();
        app.Use(BrokenRequests.Answer);
        app.Use(PassingTrouble.Answer);
        app.UseMiddleware<OriginCheck>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapTime();
        app.MapIntake();
        app.MapQueueMachines();
        app.MapOpenApiDocument();
        app.MapMilestones();
        app.MapHistory();
        app.MapReviews();
        app.MapSupervision();
        app.MapBoard();
        app.MapReplay();
        app.MapFleet();
        app.MapSessions();
        app.MapConfiguration();
        app.MapSources();
        app.MapIndicators();
        app.MapScreens();
        app.WatchGauges();
        return app;
    }

    /// <summary>The same without screens: grains and journal, for whichever servers show them, and over HTTP its health alone.</summary>
    /// <exception cref="StartException">As <see cref="Build"/>.</exception>
    public static WebApplication BuildSilo(ServerSettings settings, DataDirectory directory, Roster roster, CountingTerms terms, TimeProvider clock)
    {
        var builder = Begin(settings, clock);
        builder.Services.AddSingleton(BuildIdentity.Current).AddSilo(builder.Configuration, directory, roster, terms).AddUnitsWatch(settings.Files);
        var app = builder.Build();
        app.MapSiloHealth();
        return app;
    }

    /// <summary>Options and log of a server that is not built yet: what its data directory is checked with.</summary>
    public static ServiceProvider Preparation(ServerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = settings.ContentRoot });
        builder.Configuration.AddInMemoryCollection(Configuration(settings));
        // Before the check, which may take minutes.
        Settings.RefuseUnknown(builder.Configuration);
        builder.Services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations();
        return builder.Services.BuildServiceProvider();
    }

    /// <exception cref="StartException">Everybody would be let in from everywhere.</exception>
    public static void RefuseOpenBeyondLoopback(IConfiguration configuration, ServerSettings settings)
    {
        if (configuration.GetValue<bool>("Access:Open") && settings.AddressBeyondLoopback(configuration) is { } address)
            throw new StartException($"--open, --demo and Access:Open let everybody in, so they listen on loopback only, not on {address}.");
    }

    /// <exception cref="StartException">The address is taken, or may not be listened on.</exception>
    public static async Task Start(WebApplication app, ServerSettings settings, CancellationToken cancellation = default)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartException($"{settings.Urls} is in use by another program; choose another port with --port.", fault);
        }
        catch (Exception fault) when (fault is System.Net.Sockets.SocketException or IOException)
        {
            throw new StartException($"{settings.Urls} cannot be listened on: {fault.Message}", fault);
        }
    }

    private static WebApplicationBuilder Begin(ServerSettings settings, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = settings.ContentRoot });
        builder.Configuration.AddInMemoryCollection(Configuration(settings));
        Settings.RefuseUnknown(builder.Configuration);
        builder.AddTelemetry();
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.AddConnectionLimits();
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = DrainLimit);
        builder.Services.AddSingleton(clock);
        return builder;
    }

    private static Dictionary<string, string?> Configuration(ServerSettings settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Journal:Directory"] = settings.Data };
        if (settings.Open || settings.Demo is not null) values["Access:Open"] = values["Units:AutoRegister"] = "true";
        if (settings.Demo is not { } demo) return values;
        values["Demo:Enabled"] = "true";
        values["Journal:BallastMiB"] = "0";
        // A screen sets its clock by the tick: a fast day needs more of them.
        if (demo.Speed > 1) values["Live:TickEvery"] = "00:00:01";
        return values;
    }
}
