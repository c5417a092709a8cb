using System.Globalization;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Web.Run;

/// <summary>
/// Listens while the journal is checked, which may take minutes: supervisors are told that the process lives and what it does, everybody
/// else to come again. The board itself listens when its numbers are known to be right.
/// </summary>
internal static class StartingServer
{
    private const int SecondsToNext = 2;

    /// <exception cref="StartException">The address is taken, or may not be listened on.</exception>
    public static async Task<WebApplication> Listen(ServerSettings settings, StartProgress progress, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(static options => options.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context => Answer(context, progress));
        await Server.Start(app, settings, cancellation);
        return app;
    }

    private static Task Answer(HttpContext context, StartProgress progress)
    {
        var lives = context.Request.Path == "/health/live";
        context.Response.StatusCode = lives ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (!lives) context.Response.Headers.RetryAfter = SecondsToNext.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new { status = lives ? "live" : progress.Step }, context.RequestAborted);
    }
}
