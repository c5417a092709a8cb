using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting.Journals;

public static class JournalPlaces
{
    public static IJournalPlace Of(JournalOptions options) => options.Postgres is { } database ? new PostgresPlace(database, options) : new FilePlace(options);
}
