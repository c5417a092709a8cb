using System.CommandLine;
using OpsBoard.Web.Import;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Run;

using var destination = new ImportDestination(TimeProvider.System);
var root = new RootCommand("OpsBoard: the live and exact board of a province's service windows.")
{
    RunCommand.Create(),
    ImportCommand.Create(destination, static server => new HttpClient { BaseAddress = server }, TimeProvider.System),
    RecountCommand.Create(),
};
var parsed = root.Parse(args);
// Longer than the server takes to drain.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };
if (parsed.Errors is not [var error, ..]) return await parsed.InvokeAsync(patience);
await Console.Error.WriteLineAsync($"opsboard: {error.Message} See ./opsboard --help.");
return ExitCodes.CannotStart;
