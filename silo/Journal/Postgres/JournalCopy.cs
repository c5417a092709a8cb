using Microsoft.Data.Sqlite;
using Npgsql;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>
/// Windows as they stand in the database, copied row by row at one instant into a private database of SQLite that goes with it: there they are
/// recounted by the same SQL as a journal in a file.
/// </summary>
internal sealed class JournalCopy : IDisposable
{
    private JournalCopy(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <param name="windows">The numbers of the windows.</param>
    /// <param name="condition">Which of their events are needed; by default all.</param>
    public static JournalCopy Of(NpgsqlConnection journal, long[] windows, string condition = "true")
    {
        SQLitePCL.Batteries_V2.Init();
        // Without a name it lies in memory, and in a file of its own that nobody else sees when it grows beyond that.
        var copy = new JournalCopy(new SqliteConnection("Data Source=;Pooling=False"));
        try
        {
            copy.Connection.Open();
            copy.Connection.Run("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
            Sqlite.Schema.Prepare(copy.Connection);
            copy.Connection.Run("BEGIN IMMEDIATE");
            copy.Fill(journal, windows, condition);
            copy.Connection.Run("COMMIT");
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => Connection.Dispose();

    private void Fill(NpgsqlConnection journal, long[] windows, string condition)
    {
        const string ofWindows = "window_id = ANY ($1)";
        Copy(journal, "meta", "name, value", $"name = '{Notes.OpenKeptFrom}' AND $1 IS NOT NULL", windows);
        Copy(journal, "windows", "window_id, path, version, last_event_ms, first_live_day", ofWindows, windows);
        Copy(journal, "sources", "source_id, name", $"source_id IN (SELECT source_id FROM events WHERE {ofWindows} UNION SELECT source_id FROM revisions WHERE {ofWindows})", windows);
        Copy(journal, "events", "source_id, event_id, window_id, kind, occurred_ms, business_day, received_ms, subject_kind, subject, body, content_hash, window_version", $"{ofWindows} AND ({condition})", windows);
        Copy(journal, "cells", $"window_id, business_day, version, {string.Join(", ", CounterColumns.All)}, waits, handling, trend", ofWindows, windows);
        Copy(journal, "open_subjects", ReadStatements.OpenColumns + ", window_id", ofWindows, windows);
        Copy(journal, "item_uses", "county, item, business_day, window_id, cases", ofWindows, windows);
        Copy(journal, "revisions", "revision_id, window_id, business_day, source_id, event_id, at_ms, state, changes, decided_ms, decided_by, subject_kind, subject, out_from, out_until", ofWindows, windows);
    }

    private void Copy(NpgsqlConnection journal, string table, string columns, string condition, long[] windows)
    {
        using var command = journal.Command($"SELECT {columns} FROM {table} WHERE {condition}", windows);
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        using var insert = Connection.Prepared($"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, values.Length).Select(static place => $"${place}"))})");
        while (reader.Read())
        {
            reader.GetValues(values);
            for (var i = 0; i < values.Length; i++) insert.Bind(i + 1, ValueOf(values[i]));
            insert.ExecuteNonQuery();
        }
    }

    private static SqlValue ValueOf(object value) => value switch
    {
        long number => number,
        int number => number,
        short number => (int)number,
        string text => text,
        byte[] bytes => bytes,
        _ => (string?)null,
    };
}
