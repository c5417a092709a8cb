using System.CommandLine;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access.Devices;

/// <summary><c>device</c>: which walls may look.</summary>
internal static class DeviceCommand
{
    private static readonly Argument<string> Code = new("code") { Description = "What the wall shows, such as BCDF-GHJK." };
    private static readonly Argument<long> Number = new("number") { Description = "Of the wall, as device list says it." };
    private static readonly Option<string?> Place = new("--place") { Description = "Where the wall hangs; by default its network address." };
    private static readonly Option<string?> Scope = new("--scope") { Description = "The unit path that it shows; by default what its address asks for." };

    static DeviceCommand() => Scope.Validators.Add(PersonCommand.CheckScope);

    public static Command Create() => new("device", "Lets walls in and keeps them out.") { Approve(), List(), Revoke() };

    private static Command Approve()
    {
        var command = new Command("approve", "Lets the wall in that shows the code.") { Code, Place, Scope };
        command.Does(static (parsed, database) =>
        {
            var scope = parsed.GetValue(Scope);
            var wall = Registry(database).Approve(Principal.Local, parsed.GetValue(Code)!, parsed.GetValue(Place), scope is null ? null : UnitPath.Parse(scope));
            Console.WriteLine($"Wall {wall.Number} ({wall.Place}) shows {wall.Scope}; it asked from {wall.Address}.");
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the walls that show a code, that are paired, and that were.");
        command.Does(static (_, database) =>
        {
            var registry = Registry(database);
            foreach (var pairing in registry.Waiting) Console.WriteLine($"{pairing.Code}  {pairing.Scope}  waits, from {pairing.Address}, until {JsonBody.Stamp(pairing.Until)}");
            foreach (var wall in registry.All)
                Console.WriteLine($"{wall.Number}  {wall.Scope}  {wall.Place}  paired {JsonBody.Stamp(wall.Paired)} by {wall.ApprovedBy} from {wall.Address}  {(wall.Revoked is { } revoked ? $"revoked {JsonBody.Stamp(revoked)}" : $"seen {JsonBody.Stamp(wall.Seen)}")}");
            return ExitCodes.Well;
        });
        return command;
    }

    private static Command Revoke()
    {
        var command = new Command("revoke", "Makes a wall go dark within seconds.") { Number };
        command.Does(static (parsed, database) =>
        {
            Registry(database).Revoke(Principal.Local, parsed.GetValue(Number));
            return ExitCodes.Well;
        });
        return command;
    }

    private static WallRegistry Registry(AccessDatabase database) => new(database, new AuditTrail(database, TimeProvider.System), TimeProvider.System);
}
