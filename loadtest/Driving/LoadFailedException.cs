namespace OpsBoard.LoadTest;

/// <summary>A load that had begun could not be brought to its end; the message is one line for the person who started it.</summary>
internal sealed class LoadFailedException : Exception
{
    public LoadFailedException(string message)
        : base(message)
    {
    }

    public LoadFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
