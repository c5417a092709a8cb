using System.CommandLine;
using System.Globalization;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Simulation;

/// <summary>The long runs by name: each prints what it did, ends with 1 where a promise was broken, and leaves evidence when asked to.</summary>
internal static class LongRuns
{
    private static readonly Option<bool> Evident = new("--evidence") { Description = "Write docs/evidence/KIND-DATE.md." };

    private static readonly RootCommand Root = new("Simulation of OpsBoard in virtual time.") { Simulate(), Storm(), Year() };

    public static bool Know(string name) => Root.Subcommands.Any(command => command.Name == name);

    public static int Start(string[] args) => Root.Parse(args).Invoke();

    private static Command Simulate()
    {
        var seeds = Whole("--seeds", "How many worlds.", 1_000_000);
        var from = Whole("--from", "The first seed; with --seeds 1 it replays one that failed.", 0);
        var steps = Whole("--steps", "End after so many steps, whatever the seeds.", long.MaxValue);
        var jobs = Whole("--jobs", "Worlds at once.", 1);
        Option<bool> journal = new("--journal") { Description = "With the journal itself in the place of its model." };
        var command = new Command("simulate", "Worlds of sources, writer, grains and walls with faults, each from one seed.") { seeds, from, steps, jobs, journal, Evident };
        command.SetAction(parsed =>
        {
            var run = new SeedRun(parsed.GetValue(from), parsed.GetValue(seeds), parsed.GetValue(steps), (int)parsed.GetValue(jobs));
            run.Run(parsed.GetValue(journal) ? static seed => World.Run(seed, static terms => new SqliteStore(terms)) : static seed => World.Run(seed), Report);
            Report(run);
            foreach (var violation in run.Violations) Console.WriteLine(violation);
            if (parsed.GetValue(Evident)) Leave(run, parsed.GetValue(journal), Line(parsed));
            return run.Violations.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static void Report(SeedRun run) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Seeds:N0} seeds, {run.Steps:N0} steps, {run.Events:N0} events, {run.Checked:N0} numbers checked, {run.Violations.Count} violations"));

    private static void Leave(SeedRun run, bool withJournal, string command) => Evidence.Write(
        withJournal ? "simulation-with-journal" : "simulation",
        withJournal ? "Deterministic simulation over the journal itself" : "Deterministic simulation",
        command,
        run.Lasted,
        FiguresOf(run));

    private static Command Storm()
    {
        var events = Whole("--events", "How many events.", 1_000_000);
        var times = Whole("--times", "How often each is sent.", 10);
        var seed = Whole("--seed", "Orders and batches.", 1);
        var command = new Command("storm", "Every event many times, in ever other orders and batches, over restarts and days.") { events, times, seed, Evident };
        command.SetAction(parsed =>
        {
            var storm = new RetryStorm(parsed.GetValue(seed), (int)parsed.GetValue(events), (int)parsed.GetValue(times));
            storm.Run(round => Console.WriteLine($"round {round + 1}: {storm.Sent} sent"));
            var figures = FiguresOf(storm);
            Array.ForEach(figures, static figure => Console.WriteLine($"{figure.Item1}: {figure.Item2}"));
            if (parsed.GetValue(Evident)) Evidence.Write("retry-storm", "Retry storm", Line(parsed), storm.Lasted, figures);
            return 0;
        });
        return command;
    }

    private static Command Year()
    {
        var windows = Whole("--windows", "Windows of the province, 19 to 100,000.", 2_000);
        var days = Whole("--days", "Business days.", 365);
        var seed = Whole("--seed", "The province's events.", 1);
        Option<string?> place = new("--place") { Description = "A folder on a disk with room for about 0.5 KB an event.", HelpName = "DIR" };
        var command = new Command("year", "A province's business days one after the other, each reconciled.") { windows, days, seed, place, Evident };
        command.SetAction(parsed =>
        {
            var year = new VirtualYear((int)parsed.GetValue(windows), (int)parsed.GetValue(days), parsed.GetValue(seed));
            year.Run(parsed.GetValue(place), so =>
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day {so.Days}: {so.Events:N0} events, {so.LastMiB:0.0} MiB, {so.Lasted:hh\\:mm\\:ss}"));
                // Each day, so that a year that is ended early leaves the days that it reached.
                if (parsed.GetValue(Evident)) Evidence.Write("virtual-year", "Virtual year", Line(parsed), so.Lasted, FiguresOf(so, parsed.GetValue(windows)));
            });
            Array.ForEach(FiguresOf(year, parsed.GetValue(windows)), static figure => Console.WriteLine($"{figure.Item1}: {figure.Item2}"));
            return 0;
        });
        return command;
    }

    public static (string, string)[] FiguresOf(SeedRun run) =>
    [
        ("seeds", $"{Evidence.Number(run.From)} to {Evidence.Number(run.From + run.Seeds - 1)}"),
        ("steps", Evidence.Number(run.Steps)),
        ("events", Evidence.Number(run.Events)),
        ("numbers held against their events", Evidence.Number(run.Checked)),
        ("violations", Evidence.Number(run.Violations.Count)),
        ("steps per second", Evidence.Number((long)(run.Steps / run.Lasted.TotalSeconds))),
    ];

    public static (string, string)[] FiguresOf(RetryStorm storm) =>
    [
        ("sendings", Evidence.Number(storm.Sent)),
        ("accepted", Evidence.Number(storm.Of(Verdict.Accepted))),
        ("duplicate", Evidence.Number(storm.Of(Verdict.Duplicate))),
        ("in conflict", Evidence.Number(storm.Of(Verdict.Conflict))),
        ("recount", "equal"),
        ("sendings per second", Evidence.Number((long)(storm.Sent / storm.Lasted.TotalSeconds))),
    ];

    public static (string, string)[] FiguresOf(VirtualYear year, long windows) =>
    [
        ("windows", Evidence.Number(windows)),
        ("days, each reconciled", Evidence.Number(year.Days)),
        ("events", Evidence.Number(year.Events)),
        ("live memory at the end", string.Create(CultureInfo.InvariantCulture, $"{year.LastMiB:0.0} MiB")),
        ("slope of the live memory", string.Create(CultureInfo.InvariantCulture, $"{year.KiBADay:+0.0;-0.0} KiB a day")),
        ("events per second", Evidence.Number((long)(year.Events / year.Lasted.TotalSeconds))),
    ];

    private static Option<long> Whole(string name, string what, long usual) => new(name) { Description = what, HelpName = "N", DefaultValueFactory = _ => usual };

    private static string Line(ParseResult parsed) => $"dotnet run -c Release --project tests/simulation -- {string.Join(' ', parsed.Tokens.Select(static token => token.Value))}";
}
