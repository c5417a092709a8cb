namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>A group takes more bytes than an entry of the log may hold; nothing was stored.</summary>
internal sealed class EntryTooLargeException(int bytes) : Exception($"It takes {bytes >> 10} KiB of the log, and an entry of it holds {LogTable.MostBytes >> 10}.");
