using System.Globalization;
using System.Net.Http.Json;

namespace OpsBoard.LoadTest;

/// <summary>What a peer says that it holds.</summary>
/// <param name="Events">That it stored.</param>
/// <param name="Windows">Events that the windows count together; so do the levels above.</param>
/// <param name="Told">Events that a viewer of the provinces was told of.</param>
internal sealed record PeerCounts(long Events, long Windows, long Departments, long Counties, long Provinces, long Told)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The first level that counts otherwise than what is stored; null when all are the same.</summary>
    public string? Difference => ((string Level, long Count)[])[("windows", Windows), ("departments", Departments), ("counties", Counties), ("provinces", Provinces), ("a viewer", Told)] is var levels
        && levels.FirstOrDefault(level => level.Count != Events) is { Level: not null } other
            ? string.Create(CultureInfo.InvariantCulture, $"{other.Level}: {other.Count:N0} of {Events:N0}")
            : null;

    /// <summary>Asks until all levels say the same, since a viewer is told a little later, and no longer than ten seconds.</summary>
    public static async Task<PeerCounts> Await(HttpClient http, TimeProvider real, CancellationToken cancel)
    {
        var began = real.GetTimestamp();
        while (true)
        {
            var counts = (await http.GetFromJsonAsync<PeerCounts>(new Uri("counted", UriKind.Relative), cancel))!;
            if (counts.Difference is null || real.GetElapsedTime(began) > Patience) return counts;
            await Task.Delay(Pause, real, cancel);
        }
    }
}
