namespace Orleans.Runtime;

/// <summary>The engine has not started, or stops.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    public SiloUnavailableException(string msg)
        : base(msg)
    {
    }
}
