namespace OpsBoard.Web.Access.People;

/// <summary>It was not done; the message says why, for whoever typed the verb.</summary>
public sealed class PersonException(PersonFault fault, string message) : Exception(message)
{
    public PersonFault Fault => fault;
}
