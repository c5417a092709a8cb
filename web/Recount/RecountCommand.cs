using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using OpsBoard.Configuration;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Recount;

/// <summary><c>recount</c>: counts every event of a journal anew, also while a server holds it.</summary>
internal static class RecountCommand
{
    private const int MostDifferencesPrinted = 50;

    private static readonly Option<string> Data = new("--data") { Description = "The data directory.", DefaultValueFactory = static _ => "data" };
    private static readonly Option<string?> Day = new("--day") { Description = "One business day, such as 2026-11-20; by default all." };
    private static readonly Option<string?> Unit = new("--unit") { Description = "One unit path and all beneath it; by default all." };

    private static readonly Option<long?> AsOf = new("--as-of") { Description = "With --unit of a window and --day: prints what its events up to this version (journalVersion) say." };
    private static readonly Option<bool> Anew = new("--anew") { Description = "Replace every number by what the events say; the server must be stopped. The events are never touched." };

    public static Command Create(TimeProvider clock)
    {
        var command = new Command("recount", "Recounts every number from the journal; exit status 1 on any difference.") { Data, Day, Unit, AsOf, Anew };
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Anew) && (result.GetValue(Day) ?? result.GetValue(Unit)) is not null) result.AddError("--anew counts everything: leave out --day and --unit.");
            if (result.GetValue(Day) is { } day && !BusinessDay.TryParse(day, out _)) result.AddError("--day is a date such as 2026-11-20.");
            if (result.GetValue(Unit) is { } unit && !UnitPath.TryParse(unit, out _)) result.AddError("--unit is a unit path such as hainan/haikou.");
            if (result.GetValue(AsOf) is not null && !(UnitPath.TryParse(result.GetValue(Unit), out var window) && window.Kind == UnitKind.Window && result.GetValue(Day) is not null))
                result.AddError("--as-of goes with --unit of one window, such as hainan/haikou/housing/w01, and --day: versions are those of windows.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await Run(parsed, clock, cancellation);
            }
            catch (Exception fault) when (fault is DataDirectoryException or JournalStoreException or JournalUnavailableException or ConfigurationException or AccessDatabaseException)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        var directory = Path.GetFullPath(parsed.GetValue(Data)!);
        if (parsed.GetValue(Anew)) CountAnew(directory, clock);
        var (place, terms) = (JournalPlace.Configured(), new ConfigurationFiles(directory).ReadTerms());
        BusinessDay? day = BusinessDay.TryParse(parsed.GetValue(Day), out var one) ? one : null;
        UnitPath? unit = UnitPath.TryParse(parsed.GetValue(Unit), out var path) ? path : null;
        if (parsed.GetValue(AsOf) is { } version)
        {
            PrintFigures(await place.CountAt(directory, terms, new WindowVersion(unit!.Value, version), day!.Value, cancellation));
            return ExitCodes.Well;
        }

        var result = await place.Recount(directory, terms, unit, day, new ProgressLine(), cancellation);
        Print(result);
        return result.Equal ? ExitCodes.Well : ExitCodes.Flawed;
    }

    private static void CountAnew(string directory, TimeProvider clock)
    {
        using var held = DataDirectory.Take(directory);
        var terms = new ConfigurationFiles(directory).ReadTerms();
        var events = JournalPlace.Configured().CountAnew(held, terms, new ProgressLine());
        AuditNote.Leave(directory, clock, AuditActions.CountedAnew, "journal", string.Create(CultureInfo.InvariantCulture, $"{events} events"));
        Console.WriteLine($"{events} events counted anew.");
    }

    private static void Print(RecountResult result)
    {
        Console.WriteLine($"{result.Events} events recounted, {result.Cells} cells compared: {(result.Equal ? "equal" : $"{result.Differences.Length} differences")}.");
        foreach (var difference in result.Differences.Take(MostDifferencesPrinted))
            Console.WriteLine($"  {difference.Window}  {difference.Figure}: stored {difference.Stored}, recounted {difference.Recounted}");
        if (result.Differences.Length > MostDifferencesPrinted) Console.WriteLine($"  and {result.Differences.Length - MostDifferencesPrinted} more");
    }

    private static void PrintFigures(ImmutableArray<WindowRecord> windows)
    {
        if (windows.IsEmpty) Console.WriteLine("The window never reported.");
        foreach (var window in windows)
        {
            Console.WriteLine($"{window.Window} up to version {window.Version}, recounted:");
            foreach (var counter in Counters.All.Where(counter => Counters.SpanOf(counter) == CounterSpan.Period && window.Tally[counter] != 0)) Console.WriteLine($"  {counter} {window.Tally[counter]}");
            Console.WriteLine($"  waits {window.Tally.Waits.Count}, handling {window.Tally.Handling.Count}");
            foreach (var kind in window.Open.GroupBy(static open => open.Kind).OrderBy(static kind => kind.Key)) Console.WriteLine($"  open {kind.Key} {kind.Count()}");
        }
    }

    private sealed class ProgressLine : IProgress<long>
    {
        public void Report(long value)
        {
            if (!Console.IsErrorRedirected) Console.Error.Write($"\r{value} events …");
        }
    }
}
