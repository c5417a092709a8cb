using System.Collections;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>
/// The observers of a grain. One that is not subscribed again within <see cref="ExpirationDuration"/> is dropped, and so is one that fails when notified.
/// Belongs to its grain's turns: it is not safe for use from elsewhere.
/// </summary>
public partial class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, (TObserver Observer, DateTime LastSeen)> _observers = [];
    private readonly ILogger _log;

    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
        ExpirationDuration = expiration;
    }

    /// <summary>The clock; by default that of the system, in UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>Expired observers are counted until they are cleared, or a notification passes them by.</summary>
    public int Count => _observers.Count;

    /// <summary>A copy, so that it may be walked while observers come and go.</summary>
    public IDictionary<TIdentity, TObserver> Observers => _observers.ToDictionary(entry => entry.Key, entry => entry.Value.Observer);

    public void Clear() => _observers.Clear();

    /// <summary>Adds the observer, or renews it.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _observers[id] = (observer, GetDateTime());

    public void Unsubscribe(TIdentity id) => _observers.Remove(id);

    /// <summary>Tells one observer after the other, each after the former has answered.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        ClearExpired();
        foreach (var (id, entry) in Chosen(predicate))
        {
            try
            {
                await notification(entry.Observer);
            }
            catch (Exception failure)
            {
                Drop(id, failure);
            }
        }
    }

    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        ClearExpired();
        foreach (var (id, entry) in Chosen(predicate))
        {
            try
            {
                notification(entry.Observer);
            }
            catch (Exception failure)
            {
                Drop(id, failure);
            }
        }
    }

    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, entry) in _observers)
        {
            if (entry.LastSeen + ExpirationDuration >= now) continue;
            _observers.Remove(id);
            Log.Expired(_log, id, _observers.Count);
        }
    }

    public IEnumerator<TObserver> GetEnumerator() => _observers.Values.Select(entry => entry.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<TIdentity, (TObserver Observer, DateTime LastSeen)>[] Chosen(Func<TObserver, bool>? predicate) =>
        [.. _observers.Where(entry => predicate?.Invoke(entry.Value.Observer) ?? true)];

    private void Drop(TIdentity id, Exception failure)
    {
        _observers.Remove(id);
        Log.Failed(_log, failure, id, _observers.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Observer} was not renewed in time and is dropped; {Count} are left.")]
        public static partial void Expired(ILogger logger, object observer, int count);

        [LoggerMessage(LogLevel.Debug, "{Observer} failed and is dropped; {Count} are left.")]
        public static partial void Failed(ILogger logger, Exception failure, object observer, int count);
    }
}
