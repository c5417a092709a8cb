using OpsBoard.Silo.Hosting.Journals;
using OpsBoard.Silo.Journal;

namespace OpsBoard.Web.Run;

/// <summary>Where the journal is, for verbs that need no server: as a server's own configuration says.</summary>
internal static class JournalPlace
{
    /// <exception cref="JournalStoreException">It is to be kept where this build cannot.</exception>
    public static IJournalPlace Configured()
    {
        var journal = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration.GetSection("Journal");
        var options = new JournalOptions { Postgres = journal[nameof(JournalOptions.Postgres)], AzureTables = journal[nameof(JournalOptions.AzureTables)] };
        options.AzureTableName = journal[nameof(JournalOptions.AzureTableName)] ?? options.AzureTableName;
        return JournalPlaces.Of(options);
    }
}
