using System.Collections.Immutable;

namespace OpsBoard.Units;

/// <summary>What departments found when they last compared their windows with the journal. Nothing is repaired: only an equal comparison ends an alarm.</summary>
public sealed class UnitAlarms
{
    private ImmutableSortedDictionary<UnitPath, ImmutableArray<UnitPath>> _differing = ImmutableSortedDictionary.Create<UnitPath, ImmutableArray<UnitPath>>(UnitPath.InOrder);

    /// <summary>The windows that are held with other figures than those of the journal at the same version, in path order.</summary>
    public ImmutableArray<UnitPath> Units => [.. _differing.Values.SelectMany(static windows => windows)];

    /// <param name="differing">None: its alarm ends.</param>
    public void Checked(UnitPath department, ImmutableArray<UnitPath> differing)
    {
        if (differing.IsEmpty) ImmutableInterlocked.Update(ref _differing, static (known, department) => known.Remove(department), department);
        else ImmutableInterlocked.Update(ref _differing, static (known, found) => known.SetItem(found.Department, found.Windows), (Department: department, Windows: differing));
    }
}
