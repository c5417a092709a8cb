using Microsoft.Data.Sqlite;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>A connection for reading, on which all statements see the journal as it was at the first of them.</summary>
internal sealed class ReadTransaction : IDisposable
{
    public ReadTransaction(SqliteConnection connection)
    {
        Connection = connection;
        // Stated in SQL: the library's own transaction object would have to be handed to every command.
        connection.Run("BEGIN DEFERRED");
    }

    public SqliteConnection Connection { get; }

    public void Dispose()
    {
        Connection.Run("ROLLBACK");
        Connection.Dispose();
    }
}
