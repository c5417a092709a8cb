using OpsBoard.Silo.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo.AzureTables;

/// <summary>The contract, kept by the journal in Azure tables.</summary>
public sealed class AzureTablesJournalContract(AzuriteServer server) : JournalContract
{
    protected override int Rounds => RunSize.Of(8, 300);

    protected override void Need() => AzuriteServer.Need();

    private protected override AnyJournalHouse Open(JournalOptions options, ManualClock clock) => new AzureTablesHouse(server, server.NewTable(), options, clock);
}
