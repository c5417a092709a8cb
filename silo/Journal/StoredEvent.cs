using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal;

/// <summary>An event as it was said, of a subject of a window, and when it came.</summary>
internal sealed record StoredEvent(string Subject, Occurrence Event, long ReceivedMs);
