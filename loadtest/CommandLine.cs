using System.CommandLine;

namespace OpsBoard.LoadTest;

/// <summary>The verbs. A wrong argument costs one line and status 2.</summary>
internal static class CommandLine
{
    // A feed that was told to stop may be working out the next day, and still has to print its ledger.
    private static readonly InvocationConfiguration Configuration = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };

    public static async Task<int> RunAsync(string[] arguments, TimeProvider real, TextWriter error)
    {
        var root = new RootCommand("The simulated province of OpsBoard: its roster, its feed, and loads that measure a server on this machine.") { FeedCommand.Make(real), RosterCommand.Make(real) };
        foreach (var load in new LoadCommands(real).All()) root.Add(load);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(Configuration);
        await error.WriteLineAsync(parsed.Errors[0].Message);
        return 2;
    }
}
