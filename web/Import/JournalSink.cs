using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Web.Import;

/// <summary>Straight into the journal of a stopped server. The roster is not asked: whoever holds the data folder decides.</summary>
public sealed class JournalSink(IJournal journal) : IImportSink<ServiceEvent>
{
    public async Task<ImmutableArray<SinkAnswer>> Send(IReadOnlyList<Imported<ServiceEvent>> things, CancellationToken cancellation)
    {
        try
        {
            var verdicts = await journal.Append([.. things.Select(static each => each.What)], cancellation);
            return [.. verdicts.Select(static verdict => new SinkAnswer(verdict))];
        }
        catch (JournalUnavailableException fault)
        {
            throw new ImportException($"The journal takes nothing at present ({fault.Message}): repeat the import later.", ImportException.Incomplete);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (journal is IAsyncDisposable closing) await closing.DisposeAsync();
        else (journal as IDisposable)?.Dispose();
    }
}
