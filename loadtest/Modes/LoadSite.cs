namespace OpsBoard.LoadTest;

/// <summary>What all modes work with.</summary>
/// <param name="Repeat">How often each figure is measured, 1 or more.</param>
internal sealed record LoadSite(CorePlan Cores, int Repeat, ProgressLine Progress, TimeProvider Real, CancellationToken Cancel);
