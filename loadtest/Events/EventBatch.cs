namespace OpsBoard.LoadTest;

/// <summary>Events and the body that carries them: a retry sends the same bytes.</summary>
internal sealed record EventBatch(IReadOnlyList<ServiceEvent> Events, ReadOnlyMemory<byte> Body);
