namespace OpsBoard.Web.Access.Devices;

public sealed class WallException(WallFault fault, string message) : RefusedException(message, fault)
{
    public WallFault Fault => fault;
}
