using FsCheck;
using FsCheck.Fluent;

namespace OpsBoard.Indicators;

public sealed class FractionTests
{
    [Fact]
    public void A_written_decimal_is_exactly_what_is_written() => Assert.Equal(new Fraction(13, 20), Fraction.Of(0.65m));

    [Fact]
    public void Equal_values_are_equal_fractions() => Assert.Equal(new Fraction(1, 3), new Fraction(-49, -147));

    [Fact]
    public void Nothing_written_is_nothing() => Assert.Equal(Fraction.Zero, default);

    [Theory]
    [InlineData(51, 245, 6, "0.208163")]
    [InlineData(-1, 3, 2, "-0.33")]
    [InlineData(9999, 10000, 3, "0.999")]
    public void Decimals_are_cut_toward_zero(long numerator, long denominator, int decimals, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), new Fraction(numerator, denominator).Cut(decimals));

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 2, 3, 3)]
    public void Whole_numbers_around_a_fraction_are_found_on_both_sides_of_zero(long numerator, long denominator, long floor, long ceiling) =>
        Assert.Equal((floor, ceiling), (new Fraction(numerator, denominator).Floor(), new Fraction(numerator, denominator).Ceiling()));

    [Fact]
    public void What_is_added_can_be_taken_away() => Prop.ForAll(
        Fractions.ToArbitrary(),
        Fractions.ToArbitrary(),
        static (left, right) => left + right - right == left && (right == Fraction.Zero || left * right / right == left)).QuickCheckThrowOnFailure();

    private static Gen<Fraction> Fractions =>
        from numerator in Gen.Choose(-100_000, 100_000)
        from denominator in Gen.Choose(1, 100_000)
        select new Fraction(numerator, denominator);
}
