using System.CommandLine;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access;

/// <summary>What the verbs have in common that change <c>access.db</c>: they may run beside a server, which notices within a second.</summary>
internal static class AccessVerb
{
    public static readonly Option<string> Data = new("--data") { Description = "The data directory; made when it is missing.", DefaultValueFactory = static _ => "data" };

    /// <summary>Opens the file and runs the act. An act that is refused costs one line and exit status 2.</summary>
    public static void Does(this Command command, Func<ParseResult, AccessDatabase, int> act)
    {
        command.Options.Add(Data);
        command.SetAction(parsed =>
        {
            try
            {
                var directory = Path.GetFullPath(parsed.GetValue(Data)!);
                OwnersOnly.CreateFolderIfMissing(directory);
                return act(parsed, new AccessDatabase(directory));
            }
            catch (Exception fault) when (fault is AccessDatabaseException or RefusedException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"opsboard: {fault.Message}");
                return ExitCodes.CannotStart;
            }
        });
    }
}
