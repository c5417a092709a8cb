using OpsBoard.Indicators;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Tests.Indicators;

public sealed class SharePointsTests
{
    [Fact]
    public void Three_thirds_of_a_hundredth_are_printed_so_that_they_add_up() =>
        Assert.Equal([-33.34m, -33.33m, -33.33m], SharePoints.Of([new Fraction(-1, 3), new Fraction(-1, 3), new Fraction(-1, 3)]));

    [Fact]
    public void What_is_nothing_stays_nothing() =>
        Assert.Equal([-0.01m, 0m, 0.01m], SharePoints.Of([new Fraction(-1, 10_000), Fraction.Zero, new Fraction(1, 10_000)]));

    [Fact]
    public void No_shares_are_no_points() => Assert.Empty(SharePoints.Of([]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Printed_shares_add_up_to_the_printed_gap_and_none_is_off_by_a_hundredth(int seed)
    {
        var shares = Shares(new Random(seed)).ToList();

        var points = SharePoints.Of(shares);

        var sum = shares.Aggregate(Fraction.Zero, static (sum, share) => sum + share);
        Assert.Equal((sum * 100).Cut(2), points.Sum());
        Assert.All(points.Zip(shares), static pair => Assert.InRange(Math.Abs(pair.First - (pair.Second * 100).Cut(9)), 0, 0.01m));
    }

    private static IEnumerable<Fraction> Shares(Random random) =>
        Enumerable.Range(0, 40).Select(_ => new Fraction(random.Next(-5_000, 5_000), random.Next(1, 100_000)));
}
