namespace OpsBoard.Web.Board;

/// <summary>A frame, and the patch that leads to it from the frame before.</summary>
/// <param name="BaseVersion">The version that the patch starts from; 0 where there is no patch: viewers are sent the snapshot.</param>
/// <param name="Revision">Of roster and catalogue, by which units are named and indicators worked out.</param>
internal sealed record Cut(Frame Frame, long BaseVersion, ReadOnlyMemory<byte> Patch, long Revision);
