using System.CommandLine;
using OpsBoard.Configuration;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Recount;

/// <summary><c>recount</c>: counts every event of a journal anew, also while a server holds it.</summary>
internal static class RecountCommand
{
    private const int MostDifferencesPrinted = 50;

    private static readonly Option<string> Data = new("--data") { Description = "The data directory.", DefaultValueFactory = static _ => "data" };
    private static readonly Option<string?> Day = new("--day") { Description = "One business day, such as 2026-11-20; by default all." };
    private static readonly Option<string?> Unit = new("--unit") { Description = "One unit path and all beneath it; by default all." };

    public static Command Create()
    {
        var command = new Command("recount", "Recounts every number from the journal; exit status 1 on any difference.") { Data, Day, Unit };
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Day) is { } day && !BusinessDay.TryParse(day, out _)) result.AddError("--day is a date such as 2026-11-20.");
            if (result.GetValue(Unit) is { } unit && !UnitPath.TryParse(unit, out _)) result.AddError("--unit is a unit path such as hainan/haikou.");
        });
        command.SetAction(static async (parsed, cancellation) =>
        {
            try
            {
                return await Run(parsed, cancellation);
            }
            catch (Exception fault) when (fault is DataDirectoryException or ConfigurationException)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var directory = Path.GetFullPath(parsed.GetValue(Data)!);
        await using var journal = SqliteJournal.OpenToRead(directory, new ConfigurationFiles(directory).ReadTerms());
        BusinessDay? day = BusinessDay.TryParse(parsed.GetValue(Day), out var one) ? one : null;
        UnitPath? unit = UnitPath.TryParse(parsed.GetValue(Unit), out var path) ? path : null;
        var result = await journal.Recount(unit, day, new ProgressLine(), cancellation);
        Print(result);
        return result.Equal ? ExitCodes.Well : ExitCodes.Flawed;
    }

    private static void Print(RecountResult result)
    {
        Console.WriteLine($"{result.Events} events recounted, {result.Cells} cells compared: {(result.Equal ? "equal" : $"{result.Differences.Length} differences")}.");
        foreach (var difference in result.Differences.Take(MostDifferencesPrinted))
            Console.WriteLine($"  {difference.Window}  {difference.Figure}: stored {difference.Stored}, recounted {difference.Recounted}");
        if (result.Differences.Length > MostDifferencesPrinted) Console.WriteLine($"  and {result.Differences.Length - MostDifferencesPrinted} more");
    }

    private sealed class ProgressLine : IProgress<long>
    {
        public void Report(long value)
        {
            if (!Console.IsErrorRedirected) Console.Error.Write($"\r{value} events …");
        }
    }
}
