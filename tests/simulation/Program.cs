using OpsBoard.Simulation;
using Xunit.Runner.InProc.SystemConsole;

// The long runs have names; everything else is for the runner of the tests.
return args is [var name, ..] && LongRuns.Know(name) ? LongRuns.Start(args) : await ConsoleRunner.Run(args);
