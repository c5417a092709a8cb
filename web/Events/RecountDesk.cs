using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.Events;

/// <summary>Recounts for whoever asks, one at a time: a recount reads every event of its scope, and screens come first.</summary>
internal sealed class RecountDesk(IJournal journal) : IDisposable
{
    /// <summary>When to ask again, in seconds.</summary>
    public const int RetryAfterSeconds = 10;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="day">Null: all days, and what is open.</param>
    /// <returns>Null while another recount is under way.</returns>
    public async Task<RecountResult?> Recount(UnitPath unit, BusinessDay? day, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation)) return null;
        try
        {
            return await journal.Recount(unit, day, cancellation: cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
