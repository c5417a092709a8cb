using OpsBoard.Silo.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>The contract, kept by the journal in a file.</summary>
public sealed class SqliteJournalContract : JournalContract
{
    protected override int Rounds => RunSize.Of(50, 2_000);

    private protected override AnyJournalHouse Open(JournalOptions options, ManualClock clock) => new JournalHouse(options, clock: clock);
}
