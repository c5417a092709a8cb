using System.Globalization;

namespace OpsBoard.LoadTest;

/// <summary>Which cores the server runs on, and which the driver: neither may take the other's time.</summary>
/// <param name="Server">As <c>taskset</c> takes them, such as <c>0,1</c>; null: on all.</param>
/// <param name="Driver">The same of the program that sends.</param>
internal sealed record CorePlan(string? Server, string? Driver)
{
    private const int ServersForEachDriver = 3;

    public static CorePlan None { get; } = new(null, null);

    /// <param name="cores">Those that may be used. One in four, but at least one, is the driver's; a single one has to be shared.</param>
    public static CorePlan Of(IReadOnlyList<int> cores)
    {
        if (cores.Count < 2) return None;
        var drivers = Math.Max(1, cores.Count / (ServersForEachDriver + 1));
        return new(List(cores.Take(cores.Count - drivers)), List(cores.TakeLast(drivers)));
    }

    /// <param name="text">As in <c>Cpus_allowed_list</c>, such as <c>0-2,5</c>.</param>
    public static IReadOnlyList<int> Read(string text) =>
        [.. text.Trim().Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(static part => Range(part.Split('-')))];

    public override string ToString() => Server is null ? "not pinned: server and driver share all cores" : $"server on core {Server}, driver on core {Driver}";

    private static IEnumerable<int> Range(string[] ends)
    {
        var first = int.Parse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture);
        return Enumerable.Range(first, int.Parse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture) - first + 1);
    }

    private static string List(IEnumerable<int> cores) => string.Join(',', cores.Select(static core => core.ToString(CultureInfo.InvariantCulture)));
}
