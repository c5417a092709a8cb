using Microsoft.Data.Sqlite;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>A window that is to be recounted, up to a version.</summary>
internal readonly record struct RecountWindow(long Id, UnitPath Path, long Version)
{
    /// <summary>The windows at or beneath the scope (all when null) at their present versions, in path order.</summary>
    public static List<RecountWindow> In(SqliteConnection connection, UnitPath? scope)
    {
        using var command = connection.Prepared($"SELECT window_id, path, version FROM windows WHERE {ReadStatements.InScope} ORDER BY path").ForScope(scope);
        using var reader = command.ExecuteReader();
        var windows = new List<RecountWindow>();
        while (reader.Read()) windows.Add(new RecountWindow(reader.GetInt64(0), UnitPath.Parse(reader.GetString(1)), reader.GetInt64(2)));
        return windows;
    }

    /// <summary>Whether a county has an item catalogue, or figures of one.</summary>
    public static bool HaveItems(SqliteConnection connection, UnitPath county)
    {
        using var command = connection.Prepared(
            $"""
            SELECT EXISTS (SELECT 1 FROM windows JOIN events USING (window_id) WHERE {ReadStatements.InScope} AND subject_kind = {(int)SubjectKind.Item})
                OR EXISTS (SELECT 1 FROM windows JOIN cells INDEXED BY cells_with_items USING (window_id) WHERE {ReadStatements.InScope} AND ({CounterColumns.HasItems}))
            """).ForScope(county);
        return (long)command.ExecuteScalar()! != 0;
    }
}
