using System.Globalization;
using System.Runtime.InteropServices;

namespace OpsBoard.LoadTest;

/// <summary>The machine on which a load ran, as far as its figures depend on it.</summary>
/// <param name="LoadAtStart">Of the last minute, before anything was sent: above 0 somebody else was at work.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, double LoadAtStart)
{
    /// <param name="cores">Of the machine, before this process was pinned to some of them.</param>
    public static Machine Look(int cores) => new(
        Line("/proc/cpuinfo", "model name")?.Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        cores,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Cores} cores, {MemoryGiB} GiB, {System}, {Runtime}; load at the start {LoadAtStart:0.0}");

    private static string? Line(string file, string name) =>
        File.ReadLines(file).Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(static line => line[(line.IndexOf(':') + 1)..]).FirstOrDefault();
}
