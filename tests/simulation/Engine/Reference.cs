using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Simulation;
using OpsBoard.Units;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>Stands in for a unit's grain: what is asked of it travels over the simulated network.</summary>
internal sealed class Reference(World world, Node to, Activation? from) : IWindowGrain, IDepartmentGrain, ICountyGrain, ILineGrain, IProvinceGrain
{
    public GrainAddress Address => to.Address;

    public Task<BoardState> Subscribe(IBoardObserver observer) => world.Network.Ask(from, to, grain => grain.Subscribe(observer));

    public Task Unsubscribe(IBoardObserver observer) => throw new NotSupportedException();

    public Task Touch(long version)
    {
        world.Network.Touch(to, version);
        return Task.CompletedTask;
    }

    public Task Follow(WindowChange change) => throw new NotSupportedException();

    public Task Contribute(Contribution contribution)
    {
        world.Witness.Said(from!, contribution);
        return world.Network.Ask(from, to, async grain =>
        {
            await ((IRollUpGrain)grain).Contribute(contribution);
            return null!;
        });
    }
}
