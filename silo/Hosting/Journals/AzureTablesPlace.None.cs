using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting.Journals;

/// <summary>Stands in builds without the journal in Azure tables, in the place of the file that brings it.</summary>
internal static class AzureTablesPlace
{
    /// <exception cref="JournalStoreException">Always.</exception>
    public static IJournalPlace Of(JournalOptions options) =>
        throw new JournalStoreException("Journal:AzureTables is given, and this build has no journal in Azure tables: build with -p:AzureTables=true or with -p:Profile=Cluster, or keep the journal in a file or in PostgreSQL.");
}
