namespace OpsBoard.Simulation;

/// <summary>What a run without a violation consisted of.</summary>
/// <param name="Steps">Messages that arrived, ticks, commits, activations and faults.</param>
/// <param name="Checked">Numbers said by some unit and held against the events.</param>
internal readonly record struct Outcome(long Steps, long Checked, int Events);
