using OpsBoard.Silo.Hosting.Journals;
using OpsBoard.Silo.Journal;

namespace OpsBoard.Web.Run;

/// <summary>Where the journal is, for verbs that need no server: as a server's own configuration says.</summary>
internal static class JournalPlace
{
    public static IJournalPlace Configured()
    {
        var journal = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration.GetSection("Journal");
        return JournalPlaces.Of(new JournalOptions { Postgres = journal[nameof(JournalOptions.Postgres)] });
    }
}
