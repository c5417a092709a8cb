namespace OpsBoard.Silo.Journal;

/// <summary>The database of the journal cannot be used as it is; the message is one line for the person who started the program.</summary>
public sealed class JournalStoreException : Exception
{
    public JournalStoreException(string message)
        : base(message)
    {
    }

    public JournalStoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
