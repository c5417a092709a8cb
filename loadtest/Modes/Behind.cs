namespace OpsBoard.LoadTest;

/// <summary>What stands behind the front that a load is sent to.</summary>
internal enum Behind
{
    /// <summary>Journal, counting, grains and screens.</summary>
    Product,

    /// <summary>A file that keeps events and counts nothing.</summary>
    Floor,

    /// <summary>What others would take.</summary>
    Peer,
}
