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
        .Select(static row => (row.Key.Unit, row.Key.Version, JsonSerializer.Deserialize<JsonElement>(row.Value).GetProperty("accepted").GetInt64()));

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

    private static string Sums(List<JsonElement> rows) => string.Join('\n', rows.SelectMany(Numbers)
        .GroupBy(static number => number.Name, static number => number.Value)
        .Select(static figure => $"{figure.Key} {figure.Sum()}"));

    // The longest wait is the one figure that does not add up.
    private static IEnumerable<(string Name, long Value)> Numbers(JsonElement row)
    {
        var counts = row.GetProperty("counts");
        return counts.EnumerateObject().Concat(row.GetProperty("gauges").EnumerateObject())
            .Where(static member => member.Value.ValueKind == JsonValueKind.Number && member.Name != "longestWaitSeconds")
            .Select(static member => (member.Name, member.Value.GetInt64()))
            .Concat(counts.GetProperty("reviews").EnumerateArray().Select(static (stars, place) => ($"stars{place + 1}", stars.GetInt64())));
    }

    private void Same(JsonElement row)
    {
        var counts = row.GetProperty("counts").GetRawText();
        Assert.Equal(_seen.GetOrAdd((row.GetProperty("unit").GetString()!, Version(row)), counts), counts);
    }
}
