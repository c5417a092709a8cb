using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;

namespace OpsBoard.Embedded;

[Reentrant]
internal sealed class ReentrantDiaryGrain : Grain, IReentrantDiaryGrain
{
    private readonly List<string> _entries = [];
    private int _inside;
    private bool _collided;

    public Task<ImmutableArray<string>> Read() => Task.FromResult(_entries.ToImmutableArray());

    public async Task Hold()
    {
        _entries.Add("hold");
        Signals.Give($"{this.GetPrimaryKeyString()} held");
        await Signals.Given($"{this.GetPrimaryKeyString()} go");
        _entries.Add("held");
    }

    public async Task<bool> Collide()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            _collided |= Interlocked.Increment(ref _inside) != 1;
            Thread.SpinWait(500);
            Interlocked.Decrement(ref _inside);
            await Task.Yield();
        }

        return _collided;
    }
}
