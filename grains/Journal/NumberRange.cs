using System.Globalization;

namespace OpsBoard.Journal;

/// <summary>Numbers without a gap, both ends included. Prints as <c>1..812</c>, or <c>814</c>.</summary>
public readonly record struct NumberRange(long First, long Last)
{
    public override string ToString() => First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}..{Last}");
}
