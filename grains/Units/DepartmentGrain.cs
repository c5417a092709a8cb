using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using OpsBoard.Board;
using OpsBoard.Journal;

namespace OpsBoard.Units;

internal sealed partial class DepartmentGrain(IJournal journal, Roster roster, TimeProvider clock, IOptions<UnitPacing> pacing, ILogger<DepartmentGrain> logger)
    : Grain, IDepartmentGrain
{
    private UnitPath _unit;
    private RollUpDesk _desk = null!;
    private IGrainTimer _publishing = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _unit = UnitPath.Parse(this.GetPrimaryKeyString());
        _desk = await RollUpDesk.Open(_unit, journal, roster, pacing.Value.DepartmentEvery, pacing.Value, clock, logger);
        _publishing = this.RegisterGrainTimer(static (grain, _) => grain.Publish(), this, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        this.RegisterGrainTimer(static (grain, _) => grain.Look(), this, new GrainTimerCreationOptions(pacing.Value.LookEvery, pacing.Value.LookEvery) { KeepAlive = true });
        await Wake();
    }

    public Task Contribute(Contribution contribution)
    {
        Arrange(_desk.Accept(contribution));
        return Task.CompletedTask;
    }

    public Task<BoardState> Subscribe(IBoardObserver observer) => Task.FromResult(_desk.Subscribe(observer));

    public Task Unsubscribe(IBoardObserver observer)
    {
        _desk.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task Touch(long version)
    {
        Arrange(_desk.Request());
        return Task.CompletedTask;
    }

    private void Arrange(TimeSpan? due)
    {
        if (due is { } wait) _publishing.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task Publish()
    {
        var total = _desk.Publish();
        try
        {
            await GrainFactory.GetGrain<ICountyGrain>(_unit.Parent.ToString()).Contribute(total);
            await GrainFactory.GetGrain<ILineGrain>(_unit.Line.ToString()).Contribute(total);
        }
        catch (Exception fault)
        {
            Log.NotTold(logger, _unit, fault);
            Arrange(_desk.Request());
        }
    }

    // A touch or a contribution may have been lost, and time turns the day without any event.
    private async Task Look()
    {
        if (_desk.TurnDay()) Arrange(_desk.Request());
        foreach (var child in _desk.Behind(await journal.ReadVersions(_unit))) await Child(child.Window).Touch(child.Version);
    }

    // A child that nobody calls would not look at the clock, and its gauges would stand still.
    private async Task Wake()
    {
        foreach (var window in await journal.ReadVersions(_unit)) await Child(window.Window.ChildOf(_unit)).Touch(window.Version);
    }

    private IWindowGrain Child(UnitPath unit) => GrainFactory.GetGrain<IWindowGrain>(unit.ToString());

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Unit} could not tell its parents; it tries again.")]
        public static partial void NotTold(ILogger logger, UnitPath unit, Exception fault);
    }
}
