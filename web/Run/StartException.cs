namespace OpsBoard.Web.Run;

/// <summary>The server cannot start as it was told to; the message is one line for the person who started it.</summary>
internal sealed class StartException : Exception
{
    public StartException(string message)
        : base(message)
    {
    }

    public StartException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
