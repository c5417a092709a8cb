using System.Collections.Immutable;

namespace OpsBoard.Units;

/// <summary>What units found when they last compared their windows with the journal, and their totals with their children. Nothing is repaired: only an equal comparison ends an alarm.</summary>
public sealed class UnitAlarms
{
    private ImmutableSortedDictionary<UnitPath, ImmutableArray<UnitPath>> _differing = ImmutableSortedDictionary.Create<UnitPath, ImmutableArray<UnitPath>>(UnitPath.InOrder);

    /// <summary>
    /// The windows that are held with other figures than those of the journal at the same version, and the units whose total is not the sum
    /// of their children, by the unit that found it.
    /// </summary>
    public ImmutableArray<UnitPath> Units => [.. _differing.Values.SelectMany(static units => units)];

    /// <param name="differing">None: its alarm ends.</param>
    public void Checked(UnitPath by, ImmutableArray<UnitPath> differing)
    {
        if (differing.IsEmpty) ImmutableInterlocked.Update(ref _differing, static (known, by) => known.Remove(by), by);
        else ImmutableInterlocked.Update(ref _differing, static (known, found) => known.SetItem(found.By, found.Units), (By: by, Units: differing));
    }
}
