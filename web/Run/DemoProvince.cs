using System.Diagnostics;
using System.Globalization;

namespace OpsBoard.Web.Run;

/// <summary>The program that plays the province: it writes the roster, and feeds the server through its address like any source.</summary>
internal static class DemoProvince
{
    private const string Program = "OpsBoard.LoadTest.dll";

    private static string Path
    {
        get
        {
            var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "loadtest", Program));
            return File.Exists(path) ? path : throw new StartException($"The simulated province is not built ({path} is missing): start with ./opsboard run --demo.");
        }
    }

    /// <summary>Writes the units, and beside them the duties and targets by which they are judged.</summary>
    public static async Task WriteRoster(string file)
    {
        using var process = Start("roster", "--output", file, "--supervision", System.IO.Path.GetDirectoryName(file)!);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new StartException($"The simulated province could not write {file}.");
    }

    public static Process Feed(string url, double speed) =>
        Start("feed", "--url", url, "--speed", speed.ToString(CultureInfo.InvariantCulture), "--until-input-ends", "--supervision");

    private static Process Start(params string[] arguments)
    {
        // The pipe to its input ends with this process, however this one ends; and so does the feed.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new StartException("The simulated province could not be started.");
    }
}
