namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The data directory cannot be used as it is; the message is one line for the person who started the program.</summary>
public sealed class DataDirectoryException : Exception
{
    public DataDirectoryException(string message)
        : base(message)
    {
    }

    public DataDirectoryException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
