namespace OpsBoard.LoadTest;

public sealed class RepeatedTests
{
    [Fact]
    public void Of_an_odd_number_of_repetitions_the_median_is_the_one_in_the_middle() => Assert.Equal(new Repeated(1, 4, 9), Repeated.Of([9, 1, 4]));

    [Fact]
    public void Of_an_even_number_it_lies_half_way_between_the_two_in_the_middle() => Assert.Equal(new Repeated(1, 3, 9), Repeated.Of([9, 1, 4, 2]));

    [Fact]
    public void Of_a_single_one_all_three_are_the_same() => Assert.Equal(new Repeated(5, 5, 5), Repeated.Of([5]));

    [Fact]
    public void Of_none_there_is_nothing_to_tell() => Assert.Throws<ArgumentOutOfRangeException>(() => Repeated.Of([]));
}
