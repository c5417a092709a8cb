using System.Collections.Immutable;
using OpsBoard.Journal;
using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// The ledgers as this process holds them, for everybody who looks. The journal is asked for the number of events of each entry, and for the events of those
/// entries alone that have more than are held: so a page costs one count, however long the ledger is, and shows what anybody wrote before it was asked for.
/// </summary>
internal sealed class HeldLedger(ITaskLedger ledger) : IDisposable
{
    // Above it one reading of everything is quicker than so many of one.
    private const int MostOneByOne = 200;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile LedgerImage _newest = LedgerImage.Empty;

    /// <summary>As it was last read; for whoever cannot wait.</summary>
    public LedgerImage Newest => _newest;

    /// <summary>As it is in the journal now.</summary>
    public async Task<LedgerImage> Read(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var held = _newest;
            var grown = (await ledger.CountTasks(cancellation)).Where(each => held.EventsOf(each.Task) != each.Events).Select(static each => each.Task).ToList();
            return grown.Count == 0 ? held : _newest = held.With(await EventsOf(grown, cancellation));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IEnumerable<TaskRecord>> EventsOf(List<TaskId> tasks, CancellationToken cancellation)
    {
        if (tasks.Count > MostOneByOne) return await ledger.ReadTasks(null, cancellation);
        var records = ImmutableArray.CreateBuilder<TaskRecord>();
        foreach (var task in tasks) records.AddRange(await ledger.ReadTask(task, cancellation));
        return records;
    }
}
