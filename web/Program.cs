using System.CommandLine;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.Sources;
using OpsBoard.Web.Follow;
using OpsBoard.Web.Backups;
using OpsBoard.Web.Import;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Run;
using OpsBoard.Web.Supervision.Notices;

using var destination = new ImportDestination(TimeProvider.System);
var root = new RootCommand("OpsBoard: the live and exact board of a province's service windows.")
{
    RunCommand.Create(),
    ImportCommand.Create(destination, TimeProvider.System),
    RecountCommand.Create(TimeProvider.System),
    FollowCommand.Create(new SocketsHttpHandler(), TimeProvider.System),
    SourceCommand.Create(TimeProvider.System),
    PersonCommand.Create(),
    DeviceCommand.Create(),
    AuditCommand.Create(),
    NoticeCommand.Create(TimeProvider.System),
    BackupCommand.Create(TimeProvider.System),
    RestoreCommand.Create(TimeProvider.System),
};
var parsed = root.Parse(args);
// Longer than the server takes to drain, also with the longest Live:CloseOver.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
if (parsed.Errors is not [var error, ..]) return await parsed.InvokeAsync(patience);
await Console.Error.WriteLineAsync($"opsboard: {error.Message} See ./opsboard --help.");
return ExitCodes.CannotStart;
