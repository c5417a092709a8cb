namespace OpsBoard.Web.Import;

/// <summary>Something sound on its way to the journal.</summary>
/// <param name="Line">The line of the file that it was made of.</param>
/// <param name="Item">The same as a source would send it, in JSON.</param>
public sealed record Imported<T>(int Line, ReadOnlyMemory<byte> Item, T What);
