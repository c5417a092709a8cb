namespace OpsBoard.Units;

/// <summary>The roster has a mistake; the message names the file, the place and the remedy.</summary>
public sealed class RosterException : Exception
{
    public RosterException(string message)
        : base(message)
    {
    }

    public RosterException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
