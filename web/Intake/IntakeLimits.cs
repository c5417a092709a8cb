namespace OpsBoard.Web.Intake;

/// <summary>What one request may hold; more is answered with 413.</summary>
public static class IntakeLimits
{
    /// <summary>Bytes of the body on the wire: 1 MiB.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Bytes of the body when a compressed one is unpacked: 8 MiB.</summary>
    public const int MostUnpackedBytes = 8 << 20;

    public const int MostItems = 1000;
}
