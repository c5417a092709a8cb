namespace OpsBoard.Web.Access;

/// <summary>What somebody asked for was not done; the message says why, on one line, for whoever typed the verb.</summary>
/// <param name="word">The fault as an address of a page carries it.</param>
public abstract class RefusedException(string message, Enum word) : Exception(message)
{
    internal Enum Word => word;
}
