namespace OpsBoard.LoadTest;

internal readonly record struct SequenceNumber(string Stream, long Epoch, long Sequence);
