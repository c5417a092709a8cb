namespace OpsBoard.Configuration;

/// <summary>A configuration file has a mistake; the message is one line that names file, line, member and remedy.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
