using OpsBoard.Board;

namespace OpsBoard.Units;

internal sealed class LineGrain(UnitServices services) : Grain, ILineGrain
{
    private RollUpDesk _desk = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _desk = await RollUpDesk.Open(this, services, services.Pacing.ProvinceEvery, Child, static _ => Task.CompletedTask);

    public Task Contribute(Contribution contribution) => _desk.Contribute(contribution);

    public Task<BoardState> Subscribe(IBoardObserver observer) => _desk.Subscribe(observer);

    public Task Unsubscribe(IBoardObserver observer) => _desk.Unsubscribe(observer);

    public Task Touch(long version) => _desk.Touch();

    private IDepartmentGrain Child(UnitPath unit) => GrainFactory.GetGrain<IDepartmentGrain>(unit.ToString());
}
