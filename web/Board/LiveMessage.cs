namespace OpsBoard.Web.Board;

/// <summary>One message to a viewer.</summary>
/// <param name="Name">snapshot, patch or tick.</param>
/// <param name="Id"><c>epoch.version</c> of the frame that the viewer has afterwards.</param>
/// <param name="Json">The UTF-8 body; the same memory for all viewers.</param>
internal readonly record struct LiveMessage(string Name, string Id, ReadOnlyMemory<byte> Json)
{
    public const string SnapshotName = "snapshot";
    public const string PatchName = "patch";
    public const string TickName = "tick";

    public static string IdOf(Frame frame) => $"{frame.Epoch}.{frame.Version}";
}
