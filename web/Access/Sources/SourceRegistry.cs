using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace OpsBoard.Web.Access.Sources;

/// <summary>Sources and their active keys in memory, read again when <see cref="AccessWatch"/> says that something changed.</summary>
internal sealed partial class SourceRegistry
{
    private readonly Lock _gate = new();
    private readonly SourceBook _book;
    private readonly ILogger<SourceRegistry> _logger;
    private volatile bool _isStale = true;
    private volatile Content _content = new([]);

    public SourceRegistry(SourceBook book, AccessWatch watch, ILogger<SourceRegistry> logger)
    {
        (_book, _logger) = (book, logger);
        watch.Tell(() => _isStale = true);
    }

    /// <returns>Null when nobody may sign in this name.</returns>
    public (RegisteredSource Source, ImmutableArray<HeldKey> Keys)? Signing(string name, DateTimeOffset now)
    {
        if (!Current.Signing.TryGetValue(name, out var found)) return null;
        var active = found.Keys.RemoveAll(held => !held.Key.IsActive(now));
        return active.IsEmpty ? null : (found.Source, active);
    }

    /// <param name="bearer">As the sender wrote it.</param>
    public (RegisteredSource Source, SourceKey Key)? Holding(string bearer, DateTimeOffset now) =>
        Current.Bearer.TryGetValue(Convert.ToHexString(KeyText.Hash(bearer)), out var found) && found.Key.IsActive(now) ? found : null;

    private Content Current
    {
        get
        {
            if (_isStale) ReadAnew();
            return _content;
        }
    }

    private void ReadAnew()
    {
        lock (_gate)
        {
            if (!_isStale) return;
            // Before the reading: what changes meanwhile makes it stale again.
            _isStale = false;
            try
            {
                _content = new Content(_book.Keys((source, key) => Log.Closed(_logger, source.Name, key.Id)));
            }
            catch (SqliteException fault)
            {
                _isStale = true;
                Log.NotRead(_logger, fault);
            }
        }
    }

    private sealed class Content(ImmutableArray<(RegisteredSource Source, HeldKey Held)> keys)
    {
        public FrozenDictionary<string, (RegisteredSource Source, ImmutableArray<HeldKey> Keys)> Signing { get; } = keys
            .Where(static pair => pair.Held.Key.Kind == KeyKind.Signing)
            .GroupBy(static pair => pair.Source.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => (group.First().Source, group.Select(static pair => pair.Held).ToImmutableArray()), StringComparer.Ordinal);

        public FrozenDictionary<string, (RegisteredSource Source, SourceKey Key)> Bearer { get; } = keys
            .Where(static pair => pair.Held.Key.Kind == KeyKind.Bearer)
            .ToFrozenDictionary(static pair => Convert.ToHexString(pair.Held.Secret), static pair => (pair.Source, pair.Held.Key), StringComparer.Ordinal);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Key {Key} of source {Source} cannot be opened with the key ring: is the folder keys of this data directory, and Access:KeyRingSecretFile as it was? Until then the key is refused.")]
        public static partial void Closed(ILogger logger, string source, long key);

        [LoggerMessage(LogLevel.Error, "The registry of sources cannot be read; what was read last holds.")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
