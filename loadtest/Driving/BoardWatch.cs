using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Waits until the province's board tells what was sent.</summary>
internal sealed class BoardWatch(HttpClient http, string province, TimeProvider real)
{
    // As long as figures still change they are given time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Null once every day is told as it was sent; otherwise the first difference, after the board had not moved for a minute.</returns>
    public async Task<string?> Await(IEnumerable<(DateOnly Day, BoardCounts Counts)> sent, CancellationToken cancel)
    {
        foreach (var (day, counts) in sent)
        {
            if (await Await(day, counts, cancel) is { } difference) return $"{day:yyyy-MM-dd} {difference}";
        }

        return null;
    }

    /// <summary>Waits until the board has heard that so many windows opened: until then their grains are still being woken.</summary>
    /// <exception cref="LoadFailedException">It heard of no further one for a minute.</exception>
    public async Task AwaitOpen(int windows, CancellationToken cancel)
    {
        var (moved, last) = (real.GetTimestamp(), -1L);
        while (await Opened(cancel) is var opened && opened < windows)
        {
            if (opened != last) (moved, last) = (real.GetTimestamp(), opened);
            if (real.GetElapsedTime(moved) > Patience) throw new LoadFailedException($"The board tells of {opened} open windows, and {windows} have opened.");
            await Task.Delay(Pause, real, cancel);
        }
    }

    private async Task<string?> Await(DateOnly day, BoardCounts sent, CancellationToken cancel)
    {
        var (moved, last) = (real.GetTimestamp(), "");
        while (await Difference(day, sent, cancel) is { } difference)
        {
            if (difference != last) (moved, last) = (real.GetTimestamp(), difference);
            if (real.GetElapsedTime(moved) > Patience) return difference;
            await Task.Delay(Pause, real, cancel);
        }

        return null;
    }

    private async Task<string?> Difference(DateOnly day, BoardCounts sent, CancellationToken cancel)
    {
        var board = await Read("", cancel);
        // The day may have turned meanwhile; then its figures are those of a span that is over.
        if (board.GetProperty("businessDay").GetString() != $"{day:yyyy-MM-dd}") board = await Read($"?period={day:yyyy-MM-dd}..{day:yyyy-MM-dd}", cancel);
        return sent.DifferenceFrom(BoardCounts.Read(board.GetProperty("counts")));
    }

    // One that is not heard of for some minutes counts as offline, and was open all the same.
    private async Task<long> Opened(CancellationToken cancel)
    {
        var gauges = (await Read("", cancel)).GetProperty("gauges");
        return gauges.GetProperty("windowsOpen").GetInt64() + gauges.GetProperty("windowsPaused").GetInt64() + gauges.GetProperty("windowsOffline").GetInt64();
    }

    private async Task<JsonElement> Read(string query, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(await http.GetByteArrayAsync(new Uri($"api/v1/units/{province}{query}", UriKind.Relative), cancel));
        }
        catch (HttpRequestException fault)
        {
            throw new LoadFailedException($"The board cannot be read: {fault.Message}", fault);
        }
    }
}
