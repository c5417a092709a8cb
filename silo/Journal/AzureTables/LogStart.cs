using OpsBoard.Counting;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>A log and a replica that is at its head.</summary>
internal sealed record LogStart(LogTable Log, Replica Replica, LogHead Head)
{
    /// <summary>Begins the log where there is none, brings the replica up, and has everything counted under the terms from here on.</summary>
    /// <param name="told">Told how many entries are applied, and of how many.</param>
    public static LogStart Begin(LogTable log, DataDirectory directory, CountingTerms terms, int writeBackPages, Action<long, long>? told = null)
    {
        var head = log.ReadHead() ?? log.Create();
        var replica = new Replica(directory, head, writeBackPages);
        try
        {
            replica.Follow(log, head, (entry, _) => told?.Invoke(entry.Sequence, head.Sequence));
            while (head.Terms != terms.Fingerprint)
            {
                // Another process that starts with the same terms may be first; then there is nothing left to say.
                head = log.Append(head, Guid.NewGuid(), LogFormat.Write(terms), terms.Fingerprint) ?? log.ReadHead() ?? head;
                replica.Follow(log, head);
            }

            return new LogStart(log, replica, head);
        }
        catch
        {
            replica.Dispose();
            throw;
        }
    }
}
