using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using OpsBoard.Board;
using OpsBoard.Journal;

namespace OpsBoard.Units;

internal sealed class ProvinceGrain(IJournal journal, Roster roster, TimeProvider clock, IOptions<UnitPacing> pacing, ILogger<ProvinceGrain> logger)
    : Grain, IProvinceGrain
{
    private UnitPath _unit;
    private RollUpDesk _desk = null!;
    private IGrainTimer _publishing = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _unit = UnitPath.Parse(this.GetPrimaryKeyString());
        _desk = await RollUpDesk.Open(_unit, journal, roster, pacing.Value.ProvinceEvery, pacing.Value, clock, logger);
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

    private Task Publish()
    {
        _desk.Publish();
        return Task.CompletedTask;
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

    private ICountyGrain Child(UnitPath unit) => GrainFactory.GetGrain<ICountyGrain>(unit.ToString());
}
