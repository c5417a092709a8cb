using System.Collections.Concurrent;
using System.Globalization;

namespace OpsBoard.Peers;

/// <summary>One who looks at the provinces: it holds the newest number that it was told of each, by business day and kind of event.</summary>
internal sealed class ProvinceViewer
{
    private readonly ConcurrentDictionary<string, long> _newest = new(StringComparer.Ordinal);

    /// <summary>All events that it was told of.</summary>
    public long Told => _newest.Values.Sum();

    /// <param name="message">Numbers such as <c>hainan/20783/41=17</c>, with <c>;</c> between.</param>
    public void Tell(string message)
    {
        foreach (var number in message.Split(';'))
        {
            var equals = number.IndexOf('=');
            Tell(number[..equals], long.Parse(number[(equals + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    // Numbers only grow, so the larger one is the newer one, whichever came first.
    private void Tell(string cell, long count) => _newest.AddOrUpdate(cell, count, (_, known) => Math.Max(known, count));
}
