namespace OpsBoard.Web.Board;

/// <summary>A frame, and the patch that leads to it from the frame before.</summary>
/// <param name="BaseVersion">The version that the patch starts from; 0 for the first frame of a relay, which has no patch.</param>
internal sealed record Cut(Frame Frame, long BaseVersion, ReadOnlyMemory<byte> Patch);
