using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Orleans.Utilities;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;

namespace OpsBoard.Units;

internal sealed partial class WindowGrain(IJournal journal, TimeProvider clock, IOptions<UnitPacing> pacing, ILogger<WindowGrain> logger)
    : Grain, IWindowGrain
{
    private readonly ObserverManager<IBoardObserver> _observers = new(pacing.Value.ObserverExpiry, logger);
    private readonly Pace _pace = new(pacing.Value.WindowEvery, clock);
    private UnitPath _unit;
    private WindowRecord _record = null!;
    private Contribution? _own;
    private IGrainTimer _publishing = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _unit = UnitPath.Parse(this.GetPrimaryKeyString());
        _publishing = this.RegisterGrainTimer(static (grain, _) => grain.Publish(), this, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        this.RegisterGrainTimer(static (grain, _) => grain.Look(), this, new GrainTimerCreationOptions(pacing.Value.LookEvery, pacing.Value.LookEvery) { KeepAlive = true });
        await Read();
        Arrange(_pace.Request());
    }

    public Task<BoardState> Subscribe(IBoardObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.FromResult(WindowBoard.BoardOf(_own!));
    }

    public Task Unsubscribe(IBoardObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task Touch(long version)
    {
        if (version > _record.Version) Arrange(_pace.Request());
        return Task.CompletedTask;
    }

    private void Arrange(TimeSpan? due)
    {
        if (due is { } wait) _publishing.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task Publish()
    {
        _pace.Sending();
        try
        {
            await Read();
            _observers.Notify(observer => observer.OnBoardChanged(WindowBoard.BoardOf(_own!)));
            await GrainFactory.GetGrain<IDepartmentGrain>(_unit.Parent.ToString()).Contribute(_own!);
        }
        catch (Exception fault)
        {
            Log.NotTold(logger, _unit, fault);
            Arrange(_pace.Request());
        }
    }

    // Gauges move with time alone, and time turns the day without any event.
    private Task Look()
    {
        var gauges = GaugeRules.At(NowMs(), _record.Open, _own!.LastEventMs);
        if (gauges != _own.Gauges || Today() != _own.Cell.Day) Arrange(_pace.Request());
        return Task.CompletedTask;
    }

    private async Task Read()
    {
        var today = Today();
        var found = await journal.ReadWindows(_unit, today);
        _record = found is [var record] ? record : new WindowRecord(_unit, 0, 0, Tally.Zero, []);
        _own = WindowBoard.ContributionOf(_record, today, NowMs()) with { AtMs = Said.After(_own?.AtMs ?? 0, NowMs()) };
    }

    private BusinessDay Today() => BusinessDay.Of(clock.GetUtcNow());

    private long NowMs() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Unit} could not tell its department; it tries again.")]
        public static partial void NotTold(ILogger logger, UnitPath unit, Exception fault);
    }
}
