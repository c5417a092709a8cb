using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Utilities;
using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Planting;

namespace OpsBoard.Units;

/// <summary>
/// The work that the grains with children have in common: sum what the children say, tell observers and parents at a pace, and look
/// at the journal and the clock now and then. Its owner is one grain, and all of it runs in that grain's turns.
/// </summary>
internal sealed partial class RollUpDesk
{
    // RELIABILITY R6: every 60 s a parent compares, and a difference is an alarm, never a silent repair.
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);

    private readonly UnitPath _unit;
    private readonly UnitServices _services;
    private readonly RollUp _rollUp;
    private readonly Pace _pace;
    private readonly ObserverManager<IBoardObserver> _observers;
    private readonly Func<UnitPath, IUnitGrain> _child;
    private readonly Func<Contribution, Task> _tellParents;
    private readonly ILogger _logger;
    private readonly IGrainTimer _publishing;
    private readonly RosterRounds _rosterRounds = new();
    private long _saidAtMs;
    private long _checkedAtMs;

    private RollUpDesk(Grain grain, UnitPath unit, RollUp rollUp, UnitServices services, TimeSpan spacing, Func<UnitPath, IUnitGrain> child, Func<Contribution, Task> tellParents)
    {
        (_unit, _rollUp, _services, _child, _tellParents) = (unit, rollUp, services, child, tellParents);
        _pace = new Pace(spacing, services.Clock);
        _logger = services.Loggers.CreateLogger(grain.GetType());
        _observers = new ObserverManager<IBoardObserver>(services.Pacing.ObserverExpiry, _logger);
        var look = services.Pacing.LookEvery;
        _publishing = grain.RegisterGrainTimer(static (desk, _) => desk.Publish(), this, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        grain.RegisterGrainTimer(static (desk, _) => desk.Look(), this, new GrainTimerCreationOptions(FirstLook(unit, look), look) { KeepAlive = true });
    }

    /// <summary>Reads the present figures from the journal, without waiting for any child, and wakes the children.</summary>
    public static async Task<RollUpDesk> Open(Grain grain, UnitServices services, TimeSpan spacing, Func<UnitPath, IUnitGrain> child, Func<Contribution, Task> tellParents)
    {
        var unit = UnitPath.Parse(grain.GetPrimaryKeyString());
        var rollUp = new RollUp(unit, services.Attendance, services.Today, services.NowMs);
        rollUp.Load(await services.Journal.ReadWindows(unit, rollUp.Day), services.NowMs);
        var desk = new RollUpDesk(grain, unit, rollUp, services, spacing, child, tellParents);
        await desk.Wake();
        // Whoever woke this unit brings what it has read already, and is no news to it; its parents have not heard of it yet.
        desk.Arrange();
        return desk;
    }

    // Units begin together, at a start all of them. If they looked together too, every look would hold up whoever carries news meanwhile.
    private static TimeSpan FirstLook(UnitPath unit, TimeSpan every)
    {
        const int phases = 100;
        var sum = unit.ToString().Aggregate(0u, static (sum, letter) => (sum * 31) + letter);
        return every * ((sum % phases) + 1) / phases;
    }

    public async Task Contribute(Contribution contribution)
    {
        if (await TurnTo(contribution.Cell.Day) | await Take(contribution)) Arrange();
    }

    public Task<BoardState> Subscribe(IBoardObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.FromResult(_rollUp.Board(NextSaidAtMs()));
    }

    public Task Unsubscribe(IBoardObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task Touch()
    {
        Arrange();
        return Task.CompletedTask;
    }

    private void Arrange()
    {
        if (_pace.Request() is { } wait) _publishing.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task Publish()
    {
        _pace.Sending();
        var own = _rollUp.Total(NextSaidAtMs());
        // What its children are is for those who look; most units are not looked at most of the time.
        _observers.ClearExpired();
        if (_observers.Count > 0)
        {
            var board = _rollUp.BoardOf(own);
            _observers.Notify(observer => observer.OnBoardChanged(board));
        }

        try
        {
            await _tellParents(own);
        }
        catch (SiloUnavailableException)
        {
            // The host stops: whoever starts next reads the journal.
        }
        catch (Exception fault)
        {
            Log.NotTold(_logger, _unit, fault);
            Arrange();
        }
    }

    // To whomever it is said: what an observer is told after his subscription must be later than what he got by it, or he would drop it.
    private long NextSaidAtMs() => _saidAtMs = Said.After(_saidAtMs, _services.NowMs);

    // A touch or a contribution may have been lost; time turns the day, and makes units due, without any event; the roster may have been replaced.
    private async Task Look()
    {
        var isNewDay = await TurnTo(_services.Today);
        var now = _services.NowMs;
        var isNewRoster = _rollUp.FollowRoster(now);
        if (isNewDay | isNewRoster | _rollUp.Watch(now)) Arrange();
        // Hours and duties may be others now, also of windows that time alone would never move.
        await WakeWindows(_rosterRounds.IsDue(isNewRoster, now) ? _rollUp.Spoken : _rollUp.Overtaken(now));
        if (Planted.Has(Bug.NoAntiEntropy)) return;
        await Check(now);
        foreach (var child in _rollUp.Behind(await _services.Journal.ReadVersions(_unit))) await _child(child.Window).Touch(child.Version);
    }

    // A child whose clock is behind speaks of a day that is over for this board: what it has to say of the new one is in the journal.
    private async Task<bool> Take(Contribution contribution) => contribution.Cell.Day == _rollUp.Day || Planted.Has(Bug.YesterdayTaken)
        ? _rollUp.Accept(contribution)
        : _rollUp.Load(await _services.Journal.ReadWindows(contribution.Unit, _rollUp.Day), _services.NowMs);

    // What the children said last says nothing of the new day, to which events may belong already: a clock may be ahead, a report early.
    private async Task<bool> TurnTo(BusinessDay day)
    {
        if (day <= _rollUp.Day) return false;
        var windows = Planted.Has(Bug.NewDayNotRead) ? [] : await _services.Journal.ReadWindows(_unit, day);
        _rollUp.AdvanceTo(day);
        _rollUp.Load(windows, _services.NowMs);
        return true;
    }

    private async Task Check(long nowMs)
    {
        if (nowMs - _checkedAtMs < CheckEvery.TotalMilliseconds) return;
        _checkedAtMs = nowMs;
        var (differing, isSum) = (await NotAsInJournal(), _rollUp.IsSumOfItsChildren);
        // Whoever reads of it in the log finds it in the health of the server too.
        _services.Alarms.Checked(_unit, isSum ? differing : differing.Add(_unit));
        foreach (var child in differing) Log.NotAsJournal(_logger, _unit, child);
        if (!isSum) Log.NotItsSum(_logger, _unit);
    }

    // Only where the children are windows: above, the same read would be of thousands, and what those units hold is what the departments said.
    private async Task<ImmutableArray<UnitPath>> NotAsInJournal() =>
        _unit.Kind == UnitKind.Department ? [.. _rollUp.NotAsIn(await _services.Journal.ReadWindows(_unit, _rollUp.Day))] : [];

    // Units look at the clock themselves; windows, of which there are many, sleep until something comes, or until they are told.
    private async Task WakeWindows(IEnumerable<Contribution> children)
    {
        if (_unit.Kind != UnitKind.Department) return;
        foreach (var child in children.ToList()) await _child(child.Unit).Touch(child.Cell.Version);
    }

    // A child that nobody calls would not look at the clock, and its gauges would stand still.
    private async Task Wake()
    {
        if (_unit.Kind == UnitKind.Department) return;
        var reporting = await _services.Journal.ReadVersions(_unit);
        foreach (var child in reporting.GroupBy(window => window.Window.ChildOf(_unit)))
            await _child(child.Key).Touch(child.Sum(static window => window.Version));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Alarm: {Unit} holds other figures of {Child} than the journal at the same version. Nothing was repaired.")]
        public static partial void NotAsJournal(ILogger logger, UnitPath unit, UnitPath child);

        [LoggerMessage(LogLevel.Error, "Alarm: {Unit} holds another total than its children sum up to. Nothing was repaired.")]
        public static partial void NotItsSum(ILogger logger, UnitPath unit);

        [LoggerMessage(LogLevel.Warning, "{Unit} could not tell its parents; it tries again.")]
        public static partial void NotTold(ILogger logger, UnitPath unit, Exception fault);
    }
}
