using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>Keeps what it is given, and gives out what it keeps.</summary>
internal interface IStoreGrain : IGrainWithStringKey
{
    Task Keep(Parcel parcel);

    Task<Parcel> Give();

    Task<bool> IsSame(Parcel one, Parcel other);

    Task KeepSealed(Sealed content);

    Task<Sealed> GiveSealed();

    Task<int[]> Array(int[] values);

    Task<Dictionary<string, Parcel>> Dictionary(Dictionary<string, Parcel> values);

    Task<ImmutableArray<Parcel>> Immutable(ImmutableArray<Parcel> values);

    Task<FrozenDictionary<string, Parcel>> Frozen(FrozenDictionary<string, Parcel> values);

    Task<IDiaryGrain> Forward(IDiaryGrain grain);

    Task<(int Number, DateTimeOffset? At, List<int> Values)> Tuple((int Number, DateTimeOffset? At, List<int> Values) values);
}
