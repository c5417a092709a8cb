namespace OpsBoard.LoadTest;

/// <summary>What a figure says.</summary>
/// <param name="Key">Its name in JSON, with its unit where it has one.</param>
/// <param name="Title">The head of its column, with its unit.</param>
/// <param name="Decimals">Printed; JSON has the figure as it is.</param>
internal sealed record FigureKind(string Key, string Title, int Decimals = 0)
{
    public static readonly FigureKind EventsPerSecond = new("eventsPerSecond", "events/s");
    public static readonly FigureKind P50 = new("p50Ms", "p50 ms", 1);
    public static readonly FigureKind P99 = new("p99Ms", "p99 ms", 1);
    public static readonly FigureKind Longest = new("maxMs", "max ms", 1);

    /// <summary>Of the server, on all cores: what a million events cost.</summary>
    public static readonly FigureKind ServerProcessor = new("serverCpuSecondsPerMillion", "server CPU s/M", 2);
    public static readonly FigureKind DriverProcessor = new("driverCpuSecondsPerMillion", "driver CPU s/M", 2);

    /// <summary>How busy a process was, in cores: at 1.0 of a single one it is the limit.</summary>
    public static readonly FigureKind ServerCores = new("serverCoresBusy", "server cores", 2);
    public static readonly FigureKind DriverCores = new("driverCoresBusy", "driver cores", 2);
    public static readonly FigureKind Resident = new("serverResidentMiB", "server MiB");
    public static readonly FigureKind Resent = new("requestsResent", "sent again");
}
