using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Testing;

public sealed class WireSizeTests
{
    [Theory]
    [InlineData(0L, 2)]
    [InlineData(63L, 2)]
    [InlineData(64L, 3)]
    [InlineData(-8_193L, 4)]
    [InlineData(1L << 20, 5)]
    [InlineData(1_795_233_600_000, 7)]
    [InlineData(1L << 48, 9)]
    public void A_whole_number_takes_a_tag_and_seven_bits_a_byte(long number, int bytes) => Assert.Equal(bytes, WireSize.Of(number));

    [Fact]
    public void A_record_takes_a_tag_its_members_and_two_ends() => Assert.Equal(1 + (3 * 2) + 2, WireSize.Of(new Coverage(16, 1, 2)));

    [Fact]
    public void A_text_is_counted_in_bytes_and_not_in_letters() => Assert.Equal(1 + 1 + 9, WireSize.Of("海口市"));

    [Fact]
    public void An_array_takes_its_length_and_a_tag_for_each_element() => Assert.Equal(
        1 + (1 + 2 + (3 * 2) + 1) + 1,
        WireSize.Of(ImmutableArray.Create(1L, 2L, 3L)));

    [Fact]
    public void A_sorted_dictionary_is_a_list_of_pairs_and_two_comparers() => Assert.Equal(
        1 + (1 + 2 + (2 * (1 + 2 + 2 + 1)) + 1) + 4 + 1,
        WireSize.Of(ImmutableSortedDictionary<int, long>.Empty.Add(1, 5).Add(2, 6)));

    [Fact]
    public void A_path_is_a_record_of_one_text() => Assert.Equal(1 + (1 + 1 + 6) + 2, WireSize.Of(UnitPath.Parse("hainan")));
}
