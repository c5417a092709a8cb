namespace OpsBoard.LoadTest;

public sealed class LiveAimsTests
{
    [Fact]
    public void Each_case_is_held_against_what_the_design_asks_of_it()
    {
        var lines = new[] { Line(new(1, IsIdle: true), p50: 40, p99: 90), Line(new(1), 900, 5_000), Line(new(200), 400, 900), Line(new(200, IsQuick: true), 150, 250) };

        Assert.Equal([true, true, false], LiveAims.Of(lines).Select(static aim => aim.Holds));
    }

    [Fact]
    public void Stalled_viewers_may_change_the_others_by_a_tenth_at_most()
    {
        var lines = new[] { Line(new(50), 300, 800), Line(new(50, Stalled: 5), 300, 900) };

        Assert.Equal(["stalled viewers change the others' p99 by +13 %; aimed at no more than 10 %"], LiveAims.Of(lines).Select(static aim => aim.Text));
    }

    private static (LiveCase Case, ResultLine Line) Line(LiveCase one, double p50, double p99) =>
        (one, ResultLine.Of(one.ToString(), one.Circumstances, [Measurement.Of((FigureKind.P50, p50), (FigureKind.P99, p99))]));
}
