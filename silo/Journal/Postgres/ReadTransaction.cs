using System.Data;
using Npgsql;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>A question whose statements all see the journal as it was at the first of them.</summary>
internal static class ReadTransaction
{
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    public static T Begin<T>(NpgsqlDataSource source, Func<NpgsqlConnection, T> read)
    {
        try
        {
            return Once(source, read);
        }
        catch (NpgsqlException fault) when (fault is not PostgresException || fault.IsTransient)
        {
            // A connection that waited in the pool does not know that the database was restarted: a new one does.
            return Again(source, read);
        }
        catch (NpgsqlException fault)
        {
            throw Unavailable(fault);
        }
    }

    public static JournalUnavailableException Unavailable(NpgsqlException fault) => new($"The journal's database cannot be read at present: {fault.Message}", fault);

    private static T Again<T>(NpgsqlDataSource source, Func<NpgsqlConnection, T> read)
    {
        try
        {
            source.Clear();
            return Once(source, read);
        }
        catch (NpgsqlException fault)
        {
            throw Unavailable(fault);
        }
    }

    private static T Once<T>(NpgsqlDataSource source, Func<NpgsqlConnection, T> read)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        return read(connection);
    }
}
