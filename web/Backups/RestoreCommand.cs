using System.CommandLine;
using System.Globalization;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Backups;

/// <summary><c>restore</c>: puts a backup into an empty data directory.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Source = new("DIR") { Description = "The folder of the backup." };
    private static readonly Option<string> Data = new("--data") { Description = "The data directory: empty, or not there yet.", DefaultValueFactory = static _ => "data", HelpName = "DIR" };

    public static Command Create(TimeProvider clock)
    {
        var command = new Command("restore", "Puts a backup into an empty data directory, all of it or nothing; exit status 2 when it was not.") { Source, Data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var data = Path.GetFullPath(parsed.GetValue(Data)!);
            try
            {
                var source = Path.GetFullPath(parsed.GetValue(Source)!);
                var restored = await Task.Run(() => new Restore(source, data, Console.Out, clock).Run(cancellation), cancellation);
                Print(restored, data);
                AuditNote.Leave(data, clock, AuditActions.BackupRestored, source, string.Create(CultureInfo.InvariantCulture, $"as of {JsonBody.Stamp(restored.Taken)}, {restored.Events} events"));
                return ExitCodes.Well;
            }
            catch (AccessDatabaseException fault)
            {
                await Console.Error.WriteLineAsync($"opsboard: all was restored, but the audit trail does not say so. {fault.Message}");
                return ExitCodes.Flawed;
            }
            catch (Exception fault) when (fault is DataDirectoryException or BackupException)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
        return command;
    }

    private static void Print(BackupManifest restored, string data)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored into {data}: {restored.Files.Length} files, {restored.Events:N0} events of {restored.Windows:N0} windows, as of {JsonBody.Stamp(restored.Taken)}."));
        Console.WriteLine("The next start looks through the journal and recounts the open days before it shows a number.");
        Console.WriteLine("Let the sources send again what they sent since then: what is known is a duplicate, what is missing is shown at /sources.");
    }
}
