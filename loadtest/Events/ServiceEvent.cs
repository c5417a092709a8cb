namespace OpsBoard.LoadTest;

/// <summary>One event as a source sends it. <see cref="Source"/> and <see cref="Id"/> together are its identity.</summary>
internal sealed record ServiceEvent(string Source, string Id, EventType Type, string Subject, DateTimeOffset Time, EventData Data)
{
    /// <summary>The source's own numbering, where it has one: gapless within one stream and epoch.</summary>
    public SequenceNumber? Number { get; init; }
}
