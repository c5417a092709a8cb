using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans;

namespace OpsBoard.Embedded;

internal sealed class StoreGrain : Grain, IStoreGrain
{
    private Parcel _parcel = new();
    private Sealed _sealed = new([]);

    public Task Keep(Parcel parcel)
    {
        _parcel = parcel;
        return Task.CompletedTask;
    }

    public Task<Parcel> Give() => Task.FromResult(_parcel);

    public Task<bool> IsSame(Parcel one, Parcel other) => Task.FromResult(ReferenceEquals(one, other) && ReferenceEquals(one.Inner, one));

    public Task KeepSealed(Sealed content)
    {
        _sealed = content;
        return Task.CompletedTask;
    }

    public Task<Sealed> GiveSealed() => Task.FromResult(_sealed);

    public Task<int[]> Array(int[] values) => Task.FromResult(values);

    public Task<Dictionary<string, Parcel>> Dictionary(Dictionary<string, Parcel> values) => Task.FromResult(values);

    public Task<ImmutableArray<Parcel>> Immutable(ImmutableArray<Parcel> values) => Task.FromResult(values);

    public Task<FrozenDictionary<string, Parcel>> Frozen(FrozenDictionary<string, Parcel> values) => Task.FromResult(values);

    public Task<IDiaryGrain> Forward(IDiaryGrain grain) => Task.FromResult(grain);

    public Task<(int Number, DateTimeOffset? At, List<int> Values)> Tuple((int Number, DateTimeOffset? At, List<int> Values) values) =>
        Task.FromResult(values);
}
