using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Options;
using OpsBoard.Configuration;
using OpsBoard.Counting;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Hosting.Journals;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary><c>run</c>: starts the server and stays until it is told to stop.</summary>
internal static class RunCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "The port on 127.0.0.1.", DefaultValueFactory = static _ => 8080 };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on instead, separated by semicolons." };
    private static readonly Option<string?> Data = new("--data") { Description = "The data directory; by default data, for the demonstration data/demo." };
    private static readonly Option<string?> Units = new("--units") { Description = "The roster (units.json); by default the one in the data directory." };
    private static readonly Option<bool> Open = new("--open") { Description = "Send and see without keys, on this machine only; unknown units register themselves." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Let a simulated province feed the board; implies --open." };
    private static readonly Option<double> Speed = new("--speed") { Description = "With --demo: how fast the day passes, 1 to 600; 60 shows a day in 24 minutes.", DefaultValueFactory = static _ => 1 };
    private static readonly Option<string?> Start = new("--start") { Description = "With --demo: the time of day at which it begins, such as 09:30; by default now, or 09:30 outside of office hours." };

    static RunCommand()
    {
        Port.Validators.Add(static result => Check(result, result.GetValueOrDefault<int>() is >= 0 and <= 65_535, "--port is 0 to 65535."));
        Speed.Validators.Add(static result => Check(result, result.GetValueOrDefault<double>() is >= 1 and <= 600, "--speed is 1 to 600."));
        Urls.Validators.Add(static result => Check(result, (result.GetValueOrDefault<string?>() ?? "").Split(';').All(IsAddress), "--urls is one or more addresses such as http://127.0.0.1:8080, separated by semicolons."));
        Start.Validators.Add(static result => Check(result, TryParseTime(result.GetValueOrDefault<string?>(), out _), "--start is a time of day such as 09:30."));
    }

    public static Command Create()
    {
        var command = new Command("run", "Starts the server.") { Port, Urls, Data, Units, Open, Demo, Speed, Start };
        command.SetAction(static async (parsed, cancellation) =>
        {
            try
            {
                await Run(SettingsOf(parsed), cancellation);
                return Environment.ExitCode;
            }
            catch (Exception fault) when (fault is StartException or DataDirectoryException or JournalStoreException or ConfigurationException or OptionsValidationException or AccessDatabaseException or KeyRingException)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
        return command;
    }

    private static void Check(OptionResult result, bool isWell, string otherwise)
    {
        if (!isWell) result.AddError(otherwise);
    }

    private static ServerSettings SettingsOf(ParseResult parsed)
    {
        DemoSettings? demo = parsed.GetValue(Demo)
            ? new DemoSettings(parsed.GetValue(Speed), TryParseTime(parsed.GetValue(Start), out var start) ? start : null)
            : null;
        var urls = parsed.GetValue(Urls) ?? $"http://127.0.0.1:{parsed.GetValue(Port)}";
        var data = parsed.GetValue(Data) ?? (demo is null ? "data" : Path.Combine("data", "demo"));
        return new ServerSettings(urls, Path.GetFullPath(data), parsed.GetValue(Units), parsed.GetValue(Open)) { Demo = demo };
    }

    private static async Task Run(ServerSettings settings, CancellationToken cancellation)
    {
        var role = RoleOf(settings);
        using var supervisor = Supervisor.OfEnvironment(TimeProvider.System);
        using var alive = supervisor.KeepAlive();
        using var directory = DataDirectory.Take(settings.Data);
        if (settings is { Roster: null, Demo: not null }) await DemoProvince.WriteRoster(settings.Files.Roster);
        var (roster, terms) = (settings.Files.ReadRoster(), settings.Files.ReadTerms());
        await Check(settings, directory, terms, supervisor, cancellation);
        supervisor.Status("The boards are being read from the journal.");
        var clock = ClockOf(settings);
        await using var app = role == ServerRole.Silo ? Server.BuildSilo(settings, directory, roster, terms, clock) : Server.Build(settings, directory, roster, terms, clock);
        if (role != ServerRole.Silo) KeyRing.RequireOpen(app.Services);
        await Server.Start(app, settings, cancellation);
        directory.Announce(app.Urls.First());
        if (role == ServerRole.Silo) Banner.PrintSilo(app.Urls, settings, roster);
        else Banner.Print(app.Urls, settings, roster, clock);
        Tell(supervisor, app);
        using var feed = settings.Demo is { } demo ? DemoProvince.Feed(app.Urls.First(), demo.Speed) : null;
        await app.WaitForShutdownAsync(cancellation);
        if (app.Services.GetRequiredService<IJournalStore>().Fault is { } fault) await Console.Error.WriteLineAsync($"opsboard: the journal stopped: {fault.Message}");
        feed?.StandardInput.Close();
        if (feed is not null) await feed.WaitForExitAsync(CancellationToken.None);
    }

    private static ServerRole RoleOf(ServerSettings settings)
    {
        using var services = Server.Preparation(settings);
        var configuration = services.GetRequiredService<IConfiguration>();
        Server.RefuseOpenBeyondLoopback(configuration, settings);
        var role = GrainHost.RoleOf(configuration);
        if (role == ServerRole.Silo && settings.Demo is not null) throw new StartException("--demo shows screens, and Cluster:Role Silo has none: start it with the role Both or Web.");
        return role;
    }

    // As /health/ready does: not before the boards are there, and not with a journal that has stopped.
    private static void Tell(Supervisor supervisor, WebApplication app)
    {
        app.Lifetime.ApplicationStopping.Register(() => supervisor.Stopping(app.Services.GetRequiredService<IJournalStore>().Trouble ?? "The viewers are shown out."));
        if (app.Services.GetService<BoardRelay>() is null or { IsReady: true } && app.Services.GetRequiredService<IJournalStore>().Fault is null) supervisor.Ready($"Serves {string.Join(' ', app.Urls)}");
    }

    private static async Task Check(ServerSettings settings, DataDirectory directory, CountingTerms terms, Supervisor supervisor, CancellationToken cancellation)
    {
        using var services = Server.Preparation(settings);
        var options = services.GetRequiredService<IOptions<JournalOptions>>().Value;
        var progress = new StartProgress { Tell = supervisor.Status };
        await using var waiting = await StartingServer.Listen(settings, progress, cancellation);
        await Task.Run(() => JournalPlaces.Of(options).Check(directory, terms, TimeProvider.System, progress, services.GetRequiredService<ILoggerFactory>(), cancellation), cancellation);
        await waiting.StopAsync(cancellation);
    }

    private static TimeProvider ClockOf(ServerSettings settings)
    {
        if (settings.Demo is not { } demo) return TimeProvider.System;
        var begin = demo.Begin(TimeProvider.System.GetUtcNow(), JournalPlace.Configured().NewestEventMs(settings.Data));
        return new DemoClock(TimeProvider.System, begin, demo.Speed);
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool TryParseTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
