using System.Collections.Concurrent;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>
/// Which ways were of no use when they were last tried, and until when nobody tries them: so of a hundred notices to a dead receiver one is tried, and not each.
/// Kept in memory alone: a server that starts may try every way once.
/// </summary>
internal sealed class RestingWays
{
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _resting = new(StringComparer.Ordinal);

    public int Count => _resting.Count;

    public bool Rests(string way, DateTimeOffset now) => _resting.TryGetValue(way, out var rest) && now < rest.Until;

    public void Failed(string way, DateTimeOffset now) => _resting.AddOrUpdate(
        way,
        static (_, at) => (1, at + NoticePacing.RestAfter(1)),
        static (_, before, at) => (before.Failures + 1, at + NoticePacing.RestAfter(before.Failures + 1)),
        now);

    public void Works(string way) => _resting.TryRemove(way, out _);
}
