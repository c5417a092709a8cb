using System.Collections.Concurrent;
using System.Text.Json;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// What every frame must fulfil. Each row of a frame names the version of the journal that it includes, so the same unit at the same
/// version has the same counts, on whatever screen and level it is seen; together with parent = sum of children within each frame,
/// the province is the sum of its windows.
/// </summary>
internal sealed class FrameLedger
{
    private readonly ConcurrentDictionary<(string Unit, long Version), string> _seen = new();
    private int _frames;

    public int Frames => _frames;

    /// <summary>Windows at the versions at which they were seen, with the accepted cases shown then.</summary>
    public IEnumerable<(string Window, long Version, long Accepted)> Windows => _seen
        .Where(static row => row.Key.Unit.Count(static c => c == '/') == 3)
        .Select(static row => (row.Key.Unit, row.Key.Version, JsonSerializer.Deserialize<Dictionary<string, long>>(row.Value)!.GetValueOrDefault("accepted")));

    /// <summary>Checks one frame and enters it.</summary>
    public void Enter(JsonElement board)
    {
        Interlocked.Increment(ref _frames);
        var children = board.GetProperty("children").EnumerateArray().ToList();
        children.ForEach(Same);
        Same(board);
        if (children.Count == 0) return;
        Assert.Equal(Version(board), children.Sum(Version));
        Assert.Equal(Sums(children), Sums([board]));
    }

    private static long Version(JsonElement row) => row.GetProperty("journalVersion").GetInt64();

    private static string Sums(List<JsonElement> rows) => Written(rows.SelectMany(static row => Counts(row).Concat(Gauges(row))));

    // What is 0 may be left out of a row.
    private static string Written(IEnumerable<(string Name, long Value)> numbers) => JsonSerializer.Serialize(new SortedDictionary<string, long>(
        numbers.GroupBy(static number => number.Name).ToDictionary(static figure => figure.Key, static figure => figure.Sum(static number => number.Value)).Where(static figure => figure.Value != 0).ToDictionary(),
        StringComparer.Ordinal));

    private static IEnumerable<(string Name, long Value)> Counts(JsonElement row) => Numbers(row.GetProperty("counts"))
        .Concat(row.GetProperty("counts").GetProperty("reviews").EnumerateArray().Select(static (stars, place) => ($"stars{place + 1}", stars.GetInt64())));

    // The oldest of many is the one figure that does not add up.
    private static IEnumerable<(string Name, long Value)> Gauges(JsonElement row) => Numbers(row.GetProperty("gauges"))
        .Where(static number => number.Name is not ("longestWaitSeconds" or "oldestBadReviewSeconds"))
        .Concat(row.GetProperty("gauges").TryGetProperty("items", out var items) ? Numbers(items) : []);

    private static IEnumerable<(string Name, long Value)> Numbers(JsonElement figures) => figures.EnumerateObject()
        .Where(static member => member.Value.ValueKind == JsonValueKind.Number)
        .Select(static member => (member.Name, member.Value.GetInt64()));

    private void Same(JsonElement row)
    {
        var counts = Written(Counts(row));
        Assert.Equal(_seen.GetOrAdd((row.GetProperty("unit").GetString()!, Version(row)), counts), counts);
    }
}
