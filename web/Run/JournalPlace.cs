namespace OpsBoard.Web.Run;

/// <summary>Where the journal is, for what has to know before a server is built, and for verbs that need none: as a server's own configuration says.</summary>
internal static class JournalPlace
{
    /// <summary>The database of PostgreSQL; null: the journal is in the data directory.</summary>
    public static string? Postgres { get; } = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration["Journal:Postgres"];
}
