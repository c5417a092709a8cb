using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>A row of <c>revisions</c> that is not written yet.</summary>
/// <param name="Version">Of the window, from which on the change is left out of the figures where it waits.</param>
internal readonly record struct AddedRevision(SubjectDay Of, long Source, string EventId, long AtMs, RevisionState State, string Changes, long Version);
