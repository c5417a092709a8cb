using OpsBoard.Embedded;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>A unit as the grain directory knows it: mostly it has one activation, sometimes none, sometimes several.</summary>
internal sealed class Node(UnitPath unit)
{
    public UnitPath Unit => unit;

    public UnitKind Kind { get; } = unit.Kind;

    public GrainAddress Address { get; } = new(unit.ToString());

    public Activation? Current { get; set; }

    /// <summary>Activations that the directory has forgotten, and that live on.</summary>
    public List<Activation> Stale { get; } = [];
}
