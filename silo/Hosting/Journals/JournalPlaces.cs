using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting.Journals;

public static class JournalPlaces
{
    /// <exception cref="JournalStoreException">It is to be kept in two places, or in one that this build knows nothing of.</exception>
    public static IJournalPlace Of(JournalOptions options) => options switch
    {
        { Postgres: not null, AzureTables: not null } => throw new JournalStoreException("Journal:Postgres and Journal:AzureTables are both given, and a journal is kept in one place: leave one of them out."),
        { Postgres: { } database } => new PostgresPlace(database, options),
        { AzureTables: not null } => AzureTablesPlace.Of(options),
        _ => new FilePlace(options),
    };
}
