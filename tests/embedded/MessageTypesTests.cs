using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans;

namespace OpsBoard.Embedded;

public sealed class MessageTypesTests
{
    private enum Colour
    {
        Red,
    }

    [Theory]
    [InlineData(typeof(Colour))]
    [InlineData(typeof(DateTimeOffset?))]
    [InlineData(typeof(byte[]))]
    [InlineData(typeof(Positional))]
    [InlineData(typeof(PositionalValue))]
    [InlineData(typeof(FrozenDictionary<string, ImmutableArray<Positional>>))]
    [InlineData(typeof(Dictionary<PositionalValue, HashSet<Guid>>))]
    [InlineData(typeof(IDiaryGrain))]
    [InlineData(typeof(IListener))]
    public void It_may_travel(Type type) => Assert.Empty(MessageTypes.Complaints(type));

    [Theory]
    [InlineData(typeof(OfUnmarkedBase), "Base is a base of a message")]
    [InlineData(typeof(OnlyImmutable), "OnlyImmutable cannot be copied: mark it [GenerateSerializer]")]
    [InlineData(typeof(WithBody), "WithBody.Added would be lost on the way")]
    [InlineData(typeof(IReadOnlyList<int>), "cannot be copied: use an array, List")]
    [InlineData(typeof(Action), "cannot be copied")]
    public void It_may_not_travel_for_this_reason(Type type, string reason) =>
        Assert.Contains(MessageTypes.Complaints(type), complaint => complaint.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(Positional), true)]
    [InlineData(typeof(PositionalValue), true)]
    [InlineData(typeof(ImmutableArray<Positional>), true)]
    [InlineData(typeof(Sealed), true)]
    [InlineData(typeof(Closed), true)]
    [InlineData(typeof(Open), false)]
    [InlineData(typeof(ImmutableArray<Open>), false)]
    [InlineData(typeof(ImmutableArray<int[]>), false)]
    [InlineData(typeof(Parcel), false)]
    public void Only_what_nobody_can_change_is_passed_as_it_is(Type type, bool unchanging) => Assert.Equal(unchanging, Unchanging.IsDeclared(type));

    [GenerateSerializer]
    private sealed record Positional(string Name, ImmutableArray<int> Numbers, Positional? Next);

    [GenerateSerializer]
    private readonly record struct PositionalValue(int Number, Colour Colour);

    [GenerateSerializer]
    private record Open(string Name);

    [GenerateSerializer]
    private sealed record Closed(string Name) : Open(Name);

    private record Base([property: Id(0)] string Name);

    [GenerateSerializer]
    private sealed record OfUnmarkedBase(string Name) : Base(Name);

    [Immutable]
    private sealed record OnlyImmutable(string Name);

    [GenerateSerializer]
    private sealed record WithBody(string Name)
    {
        public int Added { get; init; }
    }
}
