using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Planting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The settings that durability rests on. The defaults of <c>synchronous</c> differ between builds of SQLite, so they are set for the
/// connection and read back.
/// </summary>
internal static class WriterSettings
{
    private static readonly (string Pragma, string Value, string ReadBack)[] All =
    [
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("mmap_size", "0", "0"),
        ("foreign_keys", "ON", "1"),
        // The writer writes the log back itself (WriteBack): SQLite's own way after a commit does not tell what failed.
        ("wal_autocheckpoint", "0", "0"),
        // In KiB, below zero. Each event asks for a page of each table and index at a place of its own; SQLite's usual 2 MiB hold next to none of them.
        ("cache_size", "-65536", "-65536"),
    ];

    public static void Apply(SqliteConnection writer)
    {
        foreach (var (pragma, value, _) in All) writer.Run($"PRAGMA {pragma} = {value}");
        if (Planted.Has(Bug.SynchronousOff)) writer.Run("PRAGMA synchronous = OFF");
    }

    /// <exception cref="DataDirectoryException">A setting did not take: acknowledged events could be lost.</exception>
    public static void Assert(SqliteConnection writer)
    {
        foreach (var (pragma, _, expected) in All)
        {
            var found = Convert.ToString(writer.Scalar($"PRAGMA {pragma}"), CultureInfo.InvariantCulture) ?? "0";
            if (found != expected)
                throw new DataDirectoryException($"{writer.DataSource}: PRAGMA {pragma} is {found} and must be {expected}; the journal would not be durable.");
        }
    }
}
