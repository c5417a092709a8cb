using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Keeps processes on their cores, by <c>taskset</c> of util-linux.</summary>
internal static class Pinning
{
    public const string Program = "taskset";

    /// <summary>Pins this process with all its threads, where there are two cores or more.</summary>
    /// <returns>No plan where nothing could be pinned.</returns>
    public static async Task<CorePlan> PinDriver()
    {
        var plan = CorePlan.Of(Allowed());
        if (plan.Driver is null) return plan;
        try
        {
            var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])["-a", "-p", "-c", plan.Driver, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
            using var pinning = Process.Start(start)!;
            await Task.WhenAll(pinning.StandardOutput.ReadToEndAsync(), pinning.StandardError.ReadToEndAsync(), pinning.WaitForExitAsync());
            return pinning.ExitCode == 0 ? plan : CorePlan.None;
        }
        catch (Win32Exception)
        {
            // There is no such program here.
            return CorePlan.None;
        }
    }

    private static IReadOnlyList<int> Allowed()
    {
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal));
        return line is null ? [] : CorePlan.Read(line[(line.IndexOf(':') + 1)..]);
    }
}
