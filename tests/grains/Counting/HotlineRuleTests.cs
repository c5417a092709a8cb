using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Counting;

public sealed class HotlineRuleTests
{
    [Fact]
    public void An_order_is_open_from_its_receipt_until_it_is_closed()
    {
        var open = Folded.Of([Order(EventKind.HotlineReceived), Order(EventKind.HotlineAnswered, 1)]);
        var closed = Folded.Of([Order(EventKind.HotlineReceived), Order(EventKind.HotlineClosed, 2)]);

        Assert.Equal((Some.NowMs, null), (open.Open?.SinceMs, closed.Open));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void The_last_word_of_the_caller_rates_the_order(int stars, int satisfied)
    {
        var effect = Folded.Of([Order(EventKind.HotlineReceived), Order(EventKind.HotlineAnswered, 1, 5), Order(EventKind.HotlineClosed, 2, stars)]);

        Assert.Equal((1, satisfied), (Count(effect, Counter.HotlineRated), Count(effect, Counter.HotlineSatisfied)));
    }

    private static ServiceEvent Order(EventKind kind, int minute = 0, int? stars = null) =>
        Some.Event(kind, $"{kind}", new Facts { Order = "o", Stars = stars }, Some.NowMs + (minute * 60_000));

    private static int Count(Effect effect, Counter counter) => effect.Marks.Count(mark => mark.Slot == Slot.Of(counter));
}
