namespace OpsBoard.Simulation;

/// <summary>How bad the world is: drawn for each seed, so that some runs are calm in one respect and wild in another.</summary>
internal sealed class Faults
{
    public double Loss { get; private set; }

    public double Duplication { get; private set; }

    public int MostDelayMs { get; private set; } = 2;

    /// <summary>Share of the reads of the journal that answer late, with what was true when they were asked.</summary>
    public double SlowReads { get; private set; }

    /// <summary>Share of the reads of the journal that fail.</summary>
    public double FailedReads { get; private set; }

    public int MostSkewMs { get; private set; }

    public int Crashes { get; private set; }

    public int StaleActivations { get; private set; }

    public int Pauses { get; private set; }

    public int Jumps { get; private set; }

    public int Restarts { get; private set; }

    public static Faults Draw(Dice dice) => new()
    {
        Loss = dice.Of(0, 0, 0.02, 0.05, 0.15),
        Duplication = dice.Of(0, 0.05, 0.2),
        MostDelayMs = dice.Of(2, 20, 200, 1_500, 5_000),
        SlowReads = dice.Of(0, 0, 0.1, 0.4),
        FailedReads = dice.Of(0, 0, 0, 0.02),
        MostSkewMs = dice.Of(0, 0, 50, 2_000, 2_000, 3_600_000),
        Crashes = dice.Below(4),
        StaleActivations = dice.Below(4),
        Pauses = dice.Below(3),
        Jumps = dice.Below(3),
        Restarts = dice.Below(3),
    };

    /// <summary>From now on everything arrives, once and soon.</summary>
    public void Heal() => (Loss, Duplication, MostDelayMs, SlowReads, FailedReads) = (0, 0, 2, 0, 0);

    public override string ToString() =>
        $"loss {Loss}, duplication {Duplication}, delay {MostDelayMs} ms, slow reads {SlowReads}, failed reads {FailedReads}, skew {MostSkewMs} ms, crashes {Crashes}, stale {StaleActivations}, pauses {Pauses}, jumps {Jumps}, restarts {Restarts}";
}
