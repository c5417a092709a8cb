using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

internal sealed class DiaryGrain : Grain, IDiaryGrain
{
    private static int s_activations;

    private readonly int _activation = Interlocked.Increment(ref s_activations);
    private readonly List<string> _entries = [];
    private IGrainTimer? _timer;
    private int _count;

    private string Name => this.GetPrimaryKeyString();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Give($"{Name} left: {reason.ReasonCode}");
        return Name.EndsWith("never leaves", StringComparison.Ordinal) ? Signals.Given($"{Name} go") : Task.CompletedTask;
    }

    public Task<ImmutableArray<string>> Read() => Task.FromResult(_entries.ToImmutableArray());

    public Task<ImmutableArray<string>> ReadAtOnce() => Read();

    public Task Write(string entry)
    {
        _entries.Add(entry);
        return Task.CompletedTask;
    }

    public async Task WriteAfterYielding(string entry)
    {
        await Task.Yield();
        _entries.Add(entry);
    }

    public async Task Hold()
    {
        _entries.Add("hold");
        Signals.Give($"{Name} held");
        await Signals.Given($"{Name} go");
        _entries.Add("held");
    }

    public async Task<int> CountWithoutCare()
    {
        var before = _count;
        await Task.Yield();
        return _count = before + 1;
    }

    public async Task<bool> GoesOnElsewhere()
    {
        Signals.Give($"{Name} held");
        await Signals.Eager.Task;
        return Signals.IsGiving;
    }

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task HoldOneWay() => Hold();

    public Task FailOneWay() => Fail("Nobody hears this.");

    public Task AskMyself()
    {
        var answer = GrainFactory.GetGrain<IDiaryGrain>(Name).Write("never");
        Signals.Give($"{Name} asked");
        return answer;
    }

    public Task Tick(TimeSpan period, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            static (self, ended) => self.OnTick(ended), this, new GrainTimerCreationOptions(period, period) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task TickAndFail(TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            static self =>
            {
                self._entries.Add("failing tick");
                throw new InvalidOperationException("This tick fails.");
            },
            this,
            period,
            period);
        return Task.CompletedTask;
    }

    public Task StopTicking()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> Activation() => Task.FromResult(_activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public ValueTask<string> Key() => ValueTask.FromResult(Name);

    public ValueTask WriteValue(string entry) => new(Write(entry));

    private Task OnTick(CancellationToken ended)
    {
        _entries.Add("tick");
        ended.Register(() => Signals.Give($"{Name} timer ended"));
        Signals.Give($"{Name} ticked");
        return Task.CompletedTask;
    }
}
