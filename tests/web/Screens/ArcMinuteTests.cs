namespace OpsBoard.Web.Screens;

public sealed class ArcMinuteTests
{
    [Theory]
    [InlineData(4000, 1920, 1080, 1397, 1835)]
    [InlineData(6000, 3840, 1080, 2530, 2752)]
    [InlineData(6000, 7680, 2160, 2530, 5504)]
    [InlineData(3000, 1080, 1920, 1397, 1376)]
    public void A_minute_of_arc_is_measured_at_the_farthest_seat(double distanceMm, int widthPx, int heightPx, double diagonalMm, int thousandths) =>
        Assert.Equal(thousandths, ArcMinute.Of(distanceMm, widthPx, heightPx, diagonalMm));

    [Fact]
    public void The_stylesheet_holds_one_length_in_invariant_digits() => Assert.Equal(":root{--am:1.835px}\n", ArcMinute.Stylesheet(1835));
}
