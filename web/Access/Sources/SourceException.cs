namespace OpsBoard.Web.Access.Sources;

public sealed class SourceException(SourceFault fault, string message) : RefusedException(message, fault)
{
    public SourceFault Fault => fault;
}
