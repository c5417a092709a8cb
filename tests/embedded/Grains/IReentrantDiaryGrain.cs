using System.Collections.Immutable;
using Orleans;

namespace OpsBoard.Embedded;

internal interface IReentrantDiaryGrain : IGrainWithStringKey
{
    Task<ImmutableArray<string>> Read();

    Task Hold();

    /// <summary>Runs several turns, and answers whether another turn was ever seen inside one of them.</summary>
    Task<bool> Collide();
}
