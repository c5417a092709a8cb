namespace OpsBoard.Silo.Hosting;

/// <summary>What a process does. Where grains are hosted in one process alone, it does both.</summary>
public enum ServerRole
{
    /// <summary>Hosts grains, and screens beside them.</summary>
    Both,

    /// <summary>Hosts screens, and reaches the grains of silos.</summary>
    Web,

    /// <summary>Hosts grains, and answers over HTTP for its health alone.</summary>
    Silo,
}
