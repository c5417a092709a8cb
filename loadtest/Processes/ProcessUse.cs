using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>What the operating system says of a process at one moment.</summary>
/// <param name="Processor">Time on all cores since its start, in steps of 10 ms.</param>
/// <param name="ResidentMiB">Memory in RAM.</param>
/// <param name="Handles">Open file descriptors, connections among them.</param>
internal sealed record ProcessUse(TimeSpan Processor, double ResidentMiB, int Threads, int Handles)
{
    // USER_HZ: the kernel tells times to programs in this unit on every architecture that .NET runs on.
    private const int TicksPerSecond = 100;

    /// <exception cref="LoadFailedException">The process has ended.</exception>
    public static ProcessUse Of(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/status");
            return new(
                ReadProcessor(File.ReadAllText($"/proc/{process}/stat")),
                ReadNumber(status, "VmRSS") / 1024.0,
                (int)ReadNumber(status, "Threads"),
                Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count());
        }
        catch (IOException fault)
        {
            throw new LoadFailedException($"The process {process} has ended: {fault.Message}", fault);
        }
    }

    /// <param name="stat">As in <c>/proc/PID/stat</c>: the name of the program, in brackets, may hold anything.</param>
    public static TimeSpan ReadProcessor(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / (double)TicksPerSecond);
    }

    /// <param name="status">As in <c>/proc/PID/status</c>.</param>
    /// <returns>The number behind the name, without its unit; 0 where there is none.</returns>
    public static long ReadNumber(string status, string name)
    {
        var line = status.Split('\n').FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
        return line is null ? 0 : Number(line[(name.Length + 1)..].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[0]);
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
