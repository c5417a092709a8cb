using OpsBoard.Embedded;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>One process that runs grains: it has a clock of its own, and may stand still, or die with all that it runs.</summary>
internal sealed class Machine(SkewedClock clock, UnitServices services)
{
    public SkewedClock Clock => clock;

    public UnitServices Services => services;

    /// <summary>Until then it stands still, as a process that was stopped.</summary>
    public long PausedUntilMs { get; set; }

    public List<Activation> Running { get; } = [];
}
