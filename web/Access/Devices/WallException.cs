namespace OpsBoard.Web.Access.Devices;

/// <summary>It was not done; the message says why, for whoever typed the verb.</summary>
public sealed class WallException(WallFault fault, string message) : Exception(message)
{
    public WallFault Fault => fault;
}
