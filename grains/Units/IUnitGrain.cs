using Orleans.Concurrency;
using OpsBoard.Board;

namespace OpsBoard.Units;

/// <summary>What every unit does for those who look at it. The grain's key is its unit path.</summary>
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>
    /// Registers the observer, or renews it, and answers with the present board in the same turn: nothing is missed in between.
    /// An observer that is not renewed within <see cref="UnitPacing.ObserverExpiry"/> is dropped.
    /// </summary>
    Task<BoardState> Subscribe(IBoardObserver observer);

    Task Unsubscribe(IBoardObserver observer);

    /// <summary>The journal holds this version of the unit. Lossy: a lost touch is made good by the parent's next look at the journal.</summary>
    [OneWay]
    Task Touch(long version);
}
