using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using OpsBoard.Board;
using OpsBoard.Journal;

namespace OpsBoard.Units;

/// <summary>What the four grains that sum children have in common: the roll-up, its observers, and the pace at which it speaks.</summary>
internal sealed class RollUpDesk(RollUp rollUp, Pace pace, ObserverManager<IBoardObserver> observers, TimeProvider clock)
{
    private long _saidAtMs;

    public static async Task<RollUpDesk> Open(UnitPath unit, IJournal journal, Roster roster, TimeSpan spacing, UnitPacing pacing, TimeProvider clock, ILogger logger)
    {
        var now = clock.GetUtcNow();
        var rollUp = new RollUp(unit, roster, BusinessDay.Of(now));
        rollUp.Load(await journal.ReadWindows(unit, rollUp.Day), now.ToUnixTimeMilliseconds());
        return new RollUpDesk(rollUp, new Pace(spacing, clock), new ObserverManager<IBoardObserver>(pacing.ObserverExpiry, logger), clock);
    }

    public BoardState Subscribe(IBoardObserver observer)
    {
        observers.Subscribe(observer, observer);
        return rollUp.Board(NowMs());
    }

    public void Unsubscribe(IBoardObserver observer) => observers.Unsubscribe(observer);

    /// <returns>When to publish, if this contribution asks for it.</returns>
    public TimeSpan? Accept(Contribution contribution) => rollUp.Accept(contribution) ? pace.Request() : null;

    /// <returns>When to publish, if it is not arranged already.</returns>
    public TimeSpan? Request() => pace.Request();

    /// <returns>True when a new business day has begun.</returns>
    public bool TurnDay() => rollUp.AdvanceTo(BusinessDay.Of(clock.GetUtcNow()));

    /// <summary>The children that did not yet say all that the journal knows of them.</summary>
    public IEnumerable<WindowVersion> Behind(IEnumerable<WindowVersion> windows) => rollUp.Behind(windows);

    /// <summary>Tells the observers, and answers with what the parents are to be told.</summary>
    public Contribution Publish()
    {
        pace.Sending();
        _saidAtMs = Said.After(_saidAtMs, NowMs());
        var board = rollUp.Board(_saidAtMs);
        observers.Notify(observer => observer.OnBoardChanged(board));
        return board.Own;
    }

    private long NowMs() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
