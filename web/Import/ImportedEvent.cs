using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>A sound event on its way to the journal.</summary>
/// <param name="Line">The line of the file that it was made of.</param>
/// <param name="Item">The same event in the CloudEvents JSON format.</param>
public sealed record ImportedEvent(int Line, ReadOnlyMemory<byte> Item, ServiceEvent Event);
