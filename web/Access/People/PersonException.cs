namespace OpsBoard.Web.Access.People;

public sealed class PersonException(PersonFault fault, string message) : RefusedException(message, fault)
{
    public PersonFault Fault => fault;
}
