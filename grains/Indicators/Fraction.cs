using System.Numerics;

namespace OpsBoard.Indicators;

/// <summary>
/// An exact fraction: rates, targets, effects and scores are compared and added as such, never in floating point. The denominator is
/// above 0 and shares no divisor with the numerator, so equal values are equal fractions.
/// </summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public static readonly Fraction Zero = new(0, 1);
    public static readonly Fraction One = new(1, 1);

    // One less than the denominator, so that the default value is 0/1.
    private readonly BigInteger _beyondOne;

    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A fraction has no denominator of 0: a rate without one is no data.");
        var shared = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / shared;
        _beyondOne = (denominator / shared) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _beyondOne + 1;

    /// <summary>Exactly what is written: 0.65 is 13/20.</summary>
    public static Fraction Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new(decimal.IsNegative(value) ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    public static Fraction operator -(Fraction value) => new(-value.Numerator, value.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>With so many decimals, cut toward zero: no more is ever shown than was reached.</summary>
    public decimal Cut(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return (decimal)(Numerator * scale / Denominator) / (decimal)scale;
    }

    /// <summary>The largest whole number that is not above the value.</summary>
    public long Floor() => (long)((Numerator - BigInteger.Remainder(BigInteger.Remainder(Numerator, Denominator) + Denominator, Denominator)) / Denominator);

    /// <summary>The smallest whole number that is not below the value.</summary>
    public long Ceiling() => -(-this).Floor();

    public override string ToString() => $"{Numerator}/{Denominator}";
}
