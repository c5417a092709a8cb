namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>A row of <c>events</c> that is not written yet.</summary>
internal readonly record struct AddedEvent(PendingEvent Pending, long Source, long Window, long ReceivedMs, long Version);
