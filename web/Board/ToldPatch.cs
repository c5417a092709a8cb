namespace OpsBoard.Web.Board;

/// <summary>A patch that viewers were told, for readers who resume. Its frame is not kept with it: that is a hundred times as large.</summary>
/// <param name="BaseVersion">The version that the patch starts from.</param>
/// <param name="Version">The version that it leads to.</param>
internal sealed record ToldPatch(long BaseVersion, long Version, LiveMessage Message);
