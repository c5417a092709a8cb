using System.CommandLine;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access.Audit;

/// <summary><c>audit</c>: what was done, and whether the trail is whole.</summary>
internal static class AuditCommand
{
    private static readonly Option<int> Last = new("--last") { Description = "How many entries, the newest first.", DefaultValueFactory = static _ => 50 };

    static AuditCommand() => Last.Validators.Add(static result =>
    {
        if (result.GetValueOrDefault<int>() < 1) result.AddError("--last is 1 or more.");
    });

    public static Command Create() => new("audit", "Reads the trail of sign-ins, approvals and changes of rights.") { Verify(), List() };

    private static Command Verify()
    {
        var command = new Command("verify", "Recomputes every hash; exit status 1 when an entry was changed, removed or put in between.");
        command.Does(static (_, database) =>
        {
            var verdict = new AuditTrail(database, TimeProvider.System).Verify();
            Console.WriteLine(verdict.FirstBroken is { } broken
                ? $"Entry {broken} is missing or was changed; {verdict.Sound} before it are as they were written."
                : $"{verdict.Sound} entries are as they were written. Head: {verdict.Head}");
            return verdict.FirstBroken is null ? ExitCodes.Well : ExitCodes.Flawed;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Prints the newest entries.") { Last };
        command.Does(static (parsed, database) =>
        {
            foreach (var entry in new AuditTrail(database, TimeProvider.System).Newest(parsed.GetValue(Last)))
                Console.WriteLine($"{entry.Number}  {JsonBody.Stamp(entry.At)}  {entry.Actor}  {entry.Action}  {entry.Target}  {entry.Detail}".TrimEnd());
            return ExitCodes.Well;
        });
        return command;
    }
}
