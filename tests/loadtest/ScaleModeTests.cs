namespace OpsBoard.LoadTest;

public sealed class ScaleModeTests
{
    [Theory]
    [InlineData(20_000, new[] { 1_000, 10_000, 20_000 })]
    [InlineData(100_000, new[] { 1_000, 10_000, 100_000 })]
    [InlineData(40, new[] { 40 })]
    public void Provinces_grow_tenfold_up_to_the_largest(int most, int[] sizes) => Assert.Equal(sizes, ScaleMode.Sizes(most));
}
