using OpsBoard.Board;

namespace OpsBoard.Units;

internal sealed class DepartmentGrain(UnitServices services) : Grain, IDepartmentGrain
{
    private RollUpDesk _desk = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _desk = await RollUpDesk.Open(this, services, services.Pacing.DepartmentEvery, Child, TellParents);

    public Task Contribute(Contribution contribution) => _desk.Contribute(contribution);

    public Task<BoardState> Subscribe(IBoardObserver observer) => _desk.Subscribe(observer);

    public Task Unsubscribe(IBoardObserver observer) => _desk.Unsubscribe(observer);

    public Task Touch(long version) => _desk.Touch();

    private IWindowGrain Child(UnitPath unit) => GrainFactory.GetGrain<IWindowGrain>(unit.ToString());

    private async Task TellParents(Contribution total)
    {
        await GrainFactory.GetGrain<ICountyGrain>(total.Unit.Parent.ToString()).Contribute(total);
        await GrainFactory.GetGrain<ILineGrain>(total.Unit.Line.ToString()).Contribute(total);
    }
}
