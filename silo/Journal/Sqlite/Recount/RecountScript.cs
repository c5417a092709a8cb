using System.Reflection;
using Microsoft.Data.Sqlite;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The statements of the recount, one file for each kind of subject, as they can also be read into the <c>sqlite3</c> shell.</summary>
internal static class RecountScript
{
    /// <summary>What leaves marks or stands open in a window, after <c>said</c> has brought its events into their order.</summary>
    public static readonly string[] OfWindow = ["said", "tickets", "cases", "reviews", "orders", "openings", "revisions"];

    public static Statement[] Script(this SqliteConnection connection, string name) => Statement.All(connection, Text(name));

    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Recount.{name}.sql")
            ?? throw new InvalidOperationException($"The program lacks its part Recount.{name}.sql.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
