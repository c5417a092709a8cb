namespace OpsBoard.Simulation;

/// <summary>What one activation does without being disturbed, and who is told of its end.</summary>
internal readonly record struct Turn(Func<Task> Run, Action<Task>? Ended = null);
