namespace Orleans.Runtime;

/// <summary>The call was refused before it reached the grain, so nothing has happened and it may be sent again.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message)
        : base(message)
    {
    }
}
