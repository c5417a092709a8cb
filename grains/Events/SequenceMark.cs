namespace OpsBoard.Events;

/// <summary>
/// The place of an event in the numbering of its source: gapless for each stream, so gaps can be shown.
/// The epoch is raised when the sender restores a backup or numbers anew.
/// </summary>
public readonly record struct SequenceMark(string Stream, long Epoch, long Sequence);
