namespace OpsBoard.Web.Import;

/// <summary>An event made of a row, before it is judged.</summary>
/// <param name="Item">In the CloudEvents JSON format, as a source would send it.</param>
/// <param name="Suspicion">What is odd about it, in words; null when nothing is.</param>
internal sealed record DraftEvent(int Line, string Type, string Id, byte[] Item, string? Suspicion);
