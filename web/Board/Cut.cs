namespace OpsBoard.Web.Board;

/// <summary>A frame that viewers of one pace are told of, and the patch that leads to it from the one that they had before.</summary>
/// <param name="BaseVersion">The version that the patch starts from; 0 where there is no patch: viewers are sent the snapshot.</param>
internal sealed record Cut(Frame Frame, long BaseVersion, ReadOnlyMemory<byte> Patch);
