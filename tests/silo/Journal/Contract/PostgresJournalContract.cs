using OpsBoard.Silo.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>The contract, kept by the journal in PostgreSQL.</summary>
public sealed class PostgresJournalContract(PostgresCluster cluster) : JournalContract
{
    protected override int Rounds => RunSize.Of(12, 500);

    protected override void Need() => PostgresCluster.Need();

    private protected override AnyJournalHouse Open(JournalOptions options, ManualClock clock) => new PostgresHouse(cluster.NewSchema(), options, clock);
}
