namespace OpsBoard.Journal;

/// <summary>The journal takes nothing at present: its queue is full, or it stopped after an I/O error. Nothing was acknowledged.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException(string message)
        : base(message)
    {
    }

    public JournalUnavailableException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>True when only its queue is full, so that it will take again within seconds.</summary>
    public bool IsBusy { get; init; }
}
