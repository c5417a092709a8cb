using System.Collections.Frozen;
using System.Collections.Immutable;
using OpsBoard.Testing;
using Orleans;

namespace OpsBoard.Embedded;

public sealed class IsolationConformanceTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly IStoreGrain _grain = engine.Grains.GetGrain<IStoreGrain>(TestContext.Current.Test!.TestDisplayName);

    [Fact]
    public async Task What_the_caller_changes_after_a_call_the_grain_does_not_see()
    {
        var parcel = new Parcel { Label = "sent", Contents = [1, 2] };
        await _grain.Keep(parcel);

        parcel.Label = "changed";
        parcel.Contents.Add(3);

        var kept = await _grain.Give();
        Assert.Equal("sent", kept.Label);
        Assert.Equal([1, 2], kept.Contents);
    }

    [Fact]
    public async Task What_the_caller_changes_before_the_call_starts_the_grain_does_not_see()
    {
        var parcel = new Parcel { Label = "sent" };

        var keep = _grain.Keep(parcel);
        parcel.Label = "changed";
        await keep;

        Assert.Equal("sent", (await _grain.Give()).Label);
    }

    [Fact]
    public async Task What_the_caller_does_to_an_answer_the_grain_does_not_see()
    {
        await _grain.Keep(new Parcel { Contents = [1] });

        var answer = await _grain.Give();
        answer.Contents.Clear();

        Assert.Equal([1], (await _grain.Give()).Contents);
    }

    [Fact]
    public async Task What_is_one_object_stays_one_and_a_circle_stays_a_circle()
    {
        var parcel = new Parcel();
        parcel.Inner = parcel;

        Assert.True(await _grain.IsSame(parcel, parcel));
    }

    [Fact]
    public async Task What_is_marked_immutable_is_not_copied()
    {
        var content = new Sealed([1]);

        await _grain.KeepSealed(content);

        Assert.Same(content, await _grain.GiveSealed());
    }

    [Fact]
    public async Task Arrays_and_collections_are_copied_with_what_they_hold()
    {
        int[] numbers = [1, 2];
        var parcel = new Parcel { Contents = [7] };

        var array = await _grain.Array(numbers);
        var dictionary = await _grain.Dictionary(new Dictionary<string, Parcel>(StringComparer.OrdinalIgnoreCase) { ["a"] = parcel });
        var immutable = await _grain.Immutable([parcel]);
        var frozen = await _grain.Frozen(FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("a", parcel)], StringComparer.Ordinal));

        Assert.Equal(numbers, array);
        Assert.NotSame(numbers, array);
        Assert.Equal([7], dictionary["A"].Contents);
        Assert.Equal([7], immutable[0].Contents);
        Assert.Equal([7], frozen["a"].Contents);
        Assert.DoesNotContain(parcel, new[] { dictionary["a"], immutable[0], frozen["a"] });
    }

    [Fact]
    public async Task Values_and_tuples_arrive_as_they_were_sent()
    {
        List<int> values = [1, 2];

        var answer = await _grain.Tuple((7, ManualClock.Opening, values));

        Assert.Equal((7, ManualClock.Opening), (answer.Number, answer.At));
        Assert.Equal(values, answer.Values);
        Assert.NotSame(values, answer.Values);
    }

    [Fact]
    public async Task A_reference_may_be_sent_and_leads_to_the_same_grain()
    {
        var diary = engine.Grains.GetGrain<IDiaryGrain>("forwarded");

        var forwarded = await _grain.Forward(diary);
        await forwarded.Write("by way of another");

        Assert.Equal(diary, forwarded);
        Assert.Equal(["by way of another"], await diary.Read());
    }
}
