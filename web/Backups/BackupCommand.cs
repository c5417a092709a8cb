using System.CommandLine;
using System.Globalization;
using OpsBoard.Configuration;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Backups;

/// <summary><c>backup</c>: copies a data directory, also while a server holds it.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("DIR") { Description = "The folder of the backup: empty, or not there yet." };
    private static readonly Option<string> Data = new("--data") { Description = "The data directory.", DefaultValueFactory = static _ => "data", HelpName = "DIR" };
    private static readonly Option<bool> NoVerify = new("--no-verify") { Description = "Leave out looking through and recounting the copy, which takes as long as a recount." };

    public static Command Create(TimeProvider clock)
    {
        var command = new Command("backup", "Copies journal, access, keys and configuration, also while the server runs; the copy holds secrets. Exit status 1: it did not become a backup.") { Target, Data, NoVerify };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (data, target) = (Path.GetFullPath(parsed.GetValue(Data)!), Path.GetFullPath(parsed.GetValue(Target)!));
            try
            {
                if (JournalPlace.Configured().WhyNoBackup is { } reason)
                {
                    await Console.Error.WriteLineAsync($"opsboard: {reason}");
                    return ExitCodes.CannotStart;
                }

                var made = await new Backup(data, target, Console.Out, clock).Run(!parsed.GetValue(NoVerify), cancellation);
                Print(made, target);
                AuditNote.Leave(data, clock, AuditActions.BackupTaken, target, string.Create(CultureInfo.InvariantCulture, $"as of {JsonBody.Stamp(made.Taken)}, {made.Events} events{(made.Recount is null ? ", not recounted" : "")}"));
                return ExitCodes.Well;
            }
            catch (Exception fault) when (fault is DataDirectoryException or JournalStoreException or ConfigurationException)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
            catch (AccessDatabaseException fault)
            {
                await Console.Error.WriteLineAsync($"opsboard: the backup is whole, but the audit trail does not say that it was taken. {fault.Message}");
                return ExitCodes.Flawed;
            }
            catch (BackupException fault)
            {
                await Console.Error.WriteLineAsync($"opsboard: {fault.Message}");
                return ExitCodes.Flawed;
            }
        });
        return command;
    }

    private static void Print(BackupManifest made, string target)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up into {target}: {made.Files.Length} files, {made.Bytes >> 20} MiB, {made.Events:N0} events of {made.Windows:N0} windows."));
        Console.WriteLine(made.Recount is { } events ? string.Create(CultureInfo.InvariantCulture, $"The copy was recounted: {events:N0} events, every number equal.") : "The copy was not recounted (--no-verify).");
        Console.WriteLine($"It holds everything acknowledged by {JsonBody.Stamp(made.Taken)}. What comes later is in the next backup; after a restore the sources send it again.");
        Console.WriteLine("Keep it like the data directory itself: the key ring is in it.");
    }
}
