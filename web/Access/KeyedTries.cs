namespace OpsBoard.Web.Access;

/// <summary>
/// Lets each of many keys try a few times at once, and then once in a while. It remembers at most 10,000 keys, and forgets those that may try as often
/// as new ones; while none may, it lets no new one try.
/// </summary>
internal sealed class KeyedTries(int atOnce, TimeSpan every, TimeProvider clock)
{
    public const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TokenBucket Tries, long UsedAt)> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Zero when the key may try, and has; otherwise how long it has to wait.</returns>
    public TimeSpan Take(string key)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            if (!_keys.TryGetValue(key, out var known))
            {
                if (_keys.Count >= Most) Forget(now);
                if (_keys.Count >= Most) return every;
                known = (new TokenBucket(1 / every.TotalSeconds, atOnce, clock), now);
            }

            _keys[key] = known with { UsedAt = now };
            return known.Tries.Take(1);
        }
    }

    private void Forget(long now)
    {
        foreach (var key in _keys.Where(known => clock.GetElapsedTime(known.Value.UsedAt, now) >= every * atOnce).Select(static known => known.Key).ToList()) _keys.Remove(key);
    }
}
