using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>Viewers of one scope: some read what they are told, most only take it, some take nothing.</summary>
internal sealed class Crowd : IDisposable
{
    private const int JoiningAtOnce = 16;

    private readonly ITimer _talking;
    private ImmutableArray<PlainViewer> _plain = [];
    private ImmutableArray<PlainViewer> _stalled = [];

    private Crowd(ImmutableArray<WatchingViewer> watching, TimeProvider real)
    {
        Watching = watching;
        _talking = real.CreateTimer(_ => SaySomething(), null, HubWords.SaySomethingEvery, HubWords.SaySomethingEvery);
    }

    public ImmutableArray<WatchingViewer> Watching { get; }

    /// <summary>Viewers that read, and were cut off all the same.</summary>
    public int Gone => Watching.Count(static viewer => !viewer.IsThere) + _plain.Count(static viewer => !viewer.IsThere);

    /// <param name="plain">Viewers that only take what they are told.</param>
    /// <param name="stalled">Viewers that take nothing from the first frame on.</param>
    public static async Task<Crowd> Join(Uri server, string scope, ImmutableArray<WatchingViewer> watching, int plain, int stalled, TimeProvider real, CancellationToken cancel)
    {
        var crowd = new Crowd(watching, real);
        try
        {
            foreach (var viewer in watching) await viewer.Join(server, scope, cancel);
            crowd._plain = await Join(server, scope, plain, isStalled: false, cancel);
            crowd._stalled = await Join(server, scope, stalled, isStalled: true, cancel);
            return crowd;
        }
        catch
        {
            crowd.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _talking.Dispose();
        foreach (var viewer in Watching) viewer.Dispose();
        foreach (var viewer in _plain.Concat(_stalled)) viewer.Dispose();
    }

    private static async Task<ImmutableArray<PlainViewer>> Join(Uri server, string scope, int count, bool isStalled, CancellationToken cancel)
    {
        var joined = ImmutableArray.CreateBuilder<PlainViewer>();
        while (joined.Count < count)
            joined.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(JoiningAtOnce, count - joined.Count)).Select(_ => PlainViewer.Join(server, scope, isStalled, cancel))));
        return joined.ToImmutable();
    }

    // A stalled viewer says that it listens all the same: it is its reading that has stopped.
    private void SaySomething()
    {
        foreach (var viewer in Watching) _ = viewer.SaySomething();
        foreach (var viewer in _plain.Concat(_stalled)) _ = viewer.SaySomething();
    }
}
