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

    /// <summary>As if both were one process.</summary>
    public static ProcessUse operator +(ProcessUse one, ProcessUse other) =>
        new(one.Processor + other.Processor, one.ResidentMiB + other.ResidentMiB, one.Threads + other.Threads, one.Handles + other.Handles);

    /// <exception cref="LoadFailedException">The process has ended.</exception>
    public static ProcessUse Of(int process) => TryRead(process, isOfMany: false) ?? throw new LoadFailedException($"The process {process} has ended.");

    /// <summary>Of a process and its children, with the time of those that have ended; memory that they share is divided among them.</summary>
    /// <exception cref="LoadFailedException">The process has ended.</exception>
    public static ProcessUse WithChildren(int process) => Children(process)
        .Select(static child => TryRead(child, isOfMany: true))
        .OfType<ProcessUse>()
        .Aggregate(TryRead(process, isOfMany: true) ?? throw new LoadFailedException($"The process {process} has ended."), static (sum, child) => sum + child);

    /// <param name="stat">As in <c>/proc/PID/stat</c>: the name of the program, in brackets, may hold anything.</param>
    /// <param name="withEnded">With the time of its children that have ended.</param>
    public static TimeSpan ReadProcessor(string stat, bool withEnded = false) =>
        TimeSpan.FromSeconds(Fields(stat)[11..(withEnded ? 15 : 13)].Sum(Number) / (double)TicksPerSecond);

    /// <param name="stat">As in <c>/proc/PID/stat</c>.</param>
    public static int ReadParent(string stat) => (int)Number(Fields(stat)[1]);

    /// <param name="status">As in <c>/proc/PID/status</c>.</param>
    /// <returns>The number behind the name, without its unit; 0 where there is none.</returns>
    public static long ReadNumber(string status, string name)
    {
        var line = status.Split('\n').FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
        return line is null ? 0 : Number(line[(name.Length + 1)..].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[0]);
    }

    private static ProcessUse? TryRead(int process, bool isOfMany)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/status");
            return new(
                ReadProcessor(File.ReadAllText($"/proc/{process}/stat"), isOfMany),
                (isOfMany ? ReadNumber(File.ReadAllText($"/proc/{process}/smaps_rollup"), "Pss") : ReadNumber(status, "VmRSS")) / 1024.0,
                (int)ReadNumber(status, "Threads"),
                Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count());
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static IEnumerable<int> Children(int process) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        where ParentOf(folder) == process
        select (int)Number(Path.GetFileName(folder));

    private static int? ParentOf(string folder)
    {
        try
        {
            return ReadParent(File.ReadAllText(Path.Combine(folder, "stat")));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string[] Fields(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
