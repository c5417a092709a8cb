using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>The ledger of the sources, as the one transaction that runs changes it.</summary>
internal interface ILedgerRows
{
    void Count(long source, long events, long lastEventMs, long receivedMs);

    /// <summary>Holds numbers of which none was held; ranges that they join become one.</summary>
    void Hold(long source, string stream, long epoch, NumberRange numbers);

    void Contradict(long source, string eventId, ConflictKind kind, long atMs);
}
