using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using OpsBoard.Counting;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.History;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Milestones;
using OpsBoard.Web.Reviews;
using OpsBoard.Web.Screens;

namespace OpsBoard.Web.Run;

/// <summary>The whole product in one process: intake, journal, grains, board and screens.</summary>
internal static class Server
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    /// <param name="adjust">Changes services before they are built: how tests bring their clock.</param>
    public static WebApplication Build(ServerSettings settings, DataDirectory directory, Roster roster, CountingTerms terms, TimeProvider clock, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = settings.ContentRoot });
        builder.Configuration.AddInMemoryCollection(Configuration(settings));
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(static options => options.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = DrainLimit);
        builder.Services.AddSingleton(clock).AddProblemDetails();
        // Beside the journal, so that a form that was open over a restart is still accepted.
        builder.Services.AddDataProtection().SetApplicationName("OpsBoard").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.Data, "keys")));
        builder.Services.AddSilo(directory, roster, terms).AddConfigurationWatch(settings.Files).AddAccess().AddIntake().AddMilestones().AddHistory().AddIndicators(settings.Files).AddBoard().AddScreens();
        adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseScreens();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapTime();
        app.MapIntake();
        app.MapMilestones();
        app.MapHistory();
        app.MapReviews();
        app.MapBoard();
        app.MapIndicators();
        app.MapScreens();
        return app;
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

    private static Dictionary<string, string?> Configuration(ServerSettings settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Journal:Directory"] = settings.Data };
        if (settings.Open || settings.Demo is not null) values["Access:Open"] = values["Units:AutoRegister"] = "true";
        if (settings.Demo is not { } demo) return values;
        values["Demo:Enabled"] = "true";
        // A screen sets its clock by the tick: a fast day needs more of them.
        if (demo.Speed > 1) values["Live:TickEvery"] = "00:00:01";
        return values;
    }
}
