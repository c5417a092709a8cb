using OpsBoard.Counting;

namespace OpsBoard.Simulation;

/// <summary>What counting needs for the length of one event, shared by all windows of a run.</summary>
internal sealed class ModelScratch
{
    public SubjectEvents Events { get; } = new();

    public Effect Before { get; } = new();

    public Effect After { get; } = new();

    public MarkDifference Difference { get; } = new();
}
