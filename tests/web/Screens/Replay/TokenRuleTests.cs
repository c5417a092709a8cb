using System.Collections.Frozen;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

public sealed class TokenRuleTests
{
    private const long Second = 1_000;
    private static readonly int[] Later = [1, 59, 60];
    private static readonly long Now = SampleBoard.Now.ToUnixTimeMilliseconds();
    private static readonly Frame First = SampleBoard.Frame(version: 1);
    private readonly TokenRule _province = new(First.Scope);

    [Fact]
    public void A_province_is_recorded_once_a_minute_also_while_nothing_changes()
    {
        Record(First, Now);

        Assert.Equal([false, false, true], Later.Select(seconds => _province.IsDue(First, Now + (seconds * Second))).ToList());
        Assert.Equal((Now + (60 * Second), false), (_province.AtMs, _province.IsChange));
    }

    [Fact]
    public void A_frame_in_which_a_level_is_another_is_recorded_at_its_own_instant()
    {
        Record(First, Now);
        var changed = With("hainan/wenchang.overdue", new Shown("7", "7", States.Ok, Levels.Overdue), Now + Second);

        Assert.True(_province.IsDue(changed, Now + (2 * Second)));
        Assert.Equal((Now + Second, true), (_province.AtMs, _province.IsChange));
    }

    [Theory]
    [InlineData("hainan.accepted")]
    [InlineData("hainan.worst5.name")]
    public void Another_number_and_another_order_of_the_worst_are_no_change(string key)
    {
        Record(First, Now);

        Assert.False(_province.IsDue(With(key, new Shown("1", "1", key.Contains("worst", StringComparison.Ordinal) ? States.NotApplicable : States.Ok), Now + Second), Now + (2 * Second)));
    }

    [Fact]
    public void A_frame_that_is_behind_may_be_waited_for_but_not_for_ever()
    {
        Assert.True(_province.IsDue(First, Now));

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => _province.MayWait()).ToList());
    }

    [Fact]
    public void Other_scopes_than_provinces_are_recorded_only_when_they_change()
    {
        var housing = new TokenRule(UnitPath.Parse("hainan/haikou/housing"));

        Assert.False(housing.IsDue(SampleBoard.Window(), Now));
        Assert.False(housing.IsDue(SampleBoard.Window(), Now + (120 * Second)));
    }

    private static Frame With(string key, Shown shown, long atMs) => First with
    {
        Version = 2,
        AsOf = DateTimeOffset.FromUnixTimeMilliseconds(atMs),
        Shown = First.Shown.Select(pair => pair.Key == key ? KeyValuePair.Create(key, shown) : pair).ToFrozenDictionary(StringComparer.Ordinal),
    };

    private void Record(Frame frame, long nowMs)
    {
        Assert.True(_province.IsDue(frame, nowMs));
        _province.Recorded(frame);
    }
}
