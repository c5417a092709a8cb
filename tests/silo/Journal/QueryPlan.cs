using Microsoft.Data.Sqlite;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo;

/// <summary>How SQLite looks for what a statement asks.</summary>
internal static class QueryPlan
{
    /// <returns>Its steps, as <c>SEARCH events USING …</c>; one that looks through a whole table begins with <c>SCAN</c>.</returns>
    public static List<string> Of(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var plan = connection.Prepared($"EXPLAIN QUERY PLAN {sql}");
        using var rows = plan.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read()) steps.Add(rows.GetString(3));
        return steps;
    }
}
