using System.Globalization;
using OpsBoard.Web.Tests.Run;
using OpsBoard.Web.Tests.Telemetry;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>What the operating system, and the server itself, say of the server at one moment.</summary>
/// <param name="At">Since the load began.</param>
/// <param name="ResidentMiB">Memory in RAM (VmRSS).</param>
/// <param name="HeapMiB">What the garbage collector found alive last, as the server tells a collector.</param>
/// <param name="CommittedMiB">What the garbage collector holds of the system's memory, free room in it included.</param>
/// <param name="Handles">Open file descriptors, connections among them.</param>
/// <param name="LogMiB">The write-ahead log of the journal.</param>
/// <param name="JournalMiB">The journal itself, which grows with the events.</param>
/// <param name="Processor">Time on all cores since the start of the server.</param>
internal sealed record SoakSample(TimeSpan At, double ResidentMiB, double HeapMiB, double CommittedMiB, int Threads, int Handles, double LogMiB, double JournalMiB, TimeSpan Processor)
{
    private const double MiB = 1 << 20;

    /// <summary>Code, stacks, the database's caches, compressors: whatever is no object.</summary>
    public double OutsideMiB => ResidentMiB - CommittedMiB;

    public static SoakSample Of(KillableServer server, Collector collector, string data, TimeSpan at)
    {
        var status = File.ReadLines($"/proc/{server.Id}/status").Select(static line => line.Split(':', 2)).ToDictionary(static pair => pair[0], static pair => pair[1].Trim(), StringComparer.Ordinal);
        return new SoakSample(
            at,
            Number(status["VmRSS"]) / 1024.0,
            (collector.Last("dotnet.gc.last_collection.heap.size") ?? 0) / MiB,
            (collector.Last("dotnet.gc.last_collection.memory.committed_size") ?? 0) / MiB,
            Number(status["Threads"]),
            Directory.EnumerateFileSystemEntries($"/proc/{server.Id}/fd").Count(),
            Length(Path.Combine(data, "journal.db-wal")) / MiB,
            Length(Path.Combine(data, "journal.db")) / MiB,
            server.ProcessorTime);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $@"{At:hh\:mm\:ss}  resident {ResidentMiB,7:0.0} MiB  heap {HeapMiB,6:0.0} MiB  outside {OutsideMiB,6:0.0} MiB  threads {Threads,3}  handles {Handles,4}  log {LogMiB,5:0.0} MiB  journal {JournalMiB,8:0.0} MiB  processor {Processor.TotalSeconds,6:0} s");

    private static int Number(string text) => int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    private static long Length(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;
}
