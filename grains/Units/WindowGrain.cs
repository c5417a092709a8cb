using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Utilities;
using OpsBoard.Board;
using OpsBoard.Journal;
using OpsBoard.Planting;

namespace OpsBoard.Units;

internal sealed partial class WindowGrain(UnitServices services, ILogger<WindowGrain> logger) : Grain, IWindowGrain
{
    private readonly ObserverManager<IBoardObserver> _observers = new(services.Pacing.ObserverExpiry, logger);
    private readonly Pace _pace = new(services.Pacing.WindowEvery, services.Clock);
    private UnitPath _unit;
    private IDepartmentGrain _department = null!;
    private WindowRecord _record = null!;
    private Contribution? _own;
    private bool _isBehind;
    private IGrainTimer _publishing = null!;
    private IGrainTimer? _looking;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _unit = UnitPath.Parse(this.GetPrimaryKeyString());
        _department = GrainFactory.GetGrain<IDepartmentGrain>(_unit.Parent.ToString());
        _publishing = this.RegisterGrainTimer(static (grain, _) => grain.Publish(), this, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        await Read();
        Arrange();
    }

    public Task<BoardState> Subscribe(IBoardObserver observer)
    {
        _observers.Subscribe(observer, observer);
        _looking ??= this.RegisterGrainTimer(static (grain, _) => grain.Look(), this, new GrainTimerCreationOptions(services.Pacing.LookEvery, services.Pacing.LookEvery) { KeepAlive = true });
        return Task.FromResult(WindowBoard.BoardOf(_own!));
    }

    public Task Unsubscribe(IBoardObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    // Of the version that it has said already too: whoever asks for that one has not heard of it, but perhaps another activation has.
    public Task Touch(long version)
    {
        if (Planted.Has(Bug.RepeatedTouchIgnored) && version == _record.Version) return Task.CompletedTask;
        _isBehind |= version > _record.Version;
        return version >= _record.Version ? Tell() : Task.CompletedTask;
    }

    public Task Follow(WindowChange change)
    {
        if (change.Version <= _record.Version) return Task.CompletedTask;
        if (!_isBehind && _record.After(change, _own!.Cell.Day) is { } next) _record = next;
        else _isBehind = true;
        return Tell();
    }

    // Nobody waits for a touch, so what may go at once goes within its turn.
    private Task Tell()
    {
        var wait = _pace.Request();
        if (wait == TimeSpan.Zero) return Publish();
        if (wait is { } rest) _publishing.Change(rest, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private void Arrange()
    {
        if (_pace.Request() is { } wait) _publishing.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private async Task Publish()
    {
        _pace.Sending();
        try
        {
            await Refresh();
            _observers.Notify(observer => observer.OnBoardChanged(WindowBoard.BoardOf(_own!)));
            await _department.Contribute(_own!);
        }
        catch (SiloUnavailableException)
        {
            // The host stops: whoever starts next reads the journal.
        }
        catch (Exception fault)
        {
            Log.NotTold(logger, _unit, fault);
            Arrange();
        }
    }

    // Gauges move with time alone, and time turns the day without any event; and whether a touch was lost its department finds out, unless
    // another activation has told it. So while somebody watches, the window looks for itself; otherwise it sleeps until it is told.
    private async Task Look()
    {
        _observers.ClearExpired();
        if (_observers.Count == 0)
        {
            _looking!.Dispose();
            _looking = null;
            return;
        }

        var now = WindowBoard.ContributionOf(_record, services.Today, services.NowMs, services.Attendance);
        if (now.Gauges != _own!.Gauges || now.Cell.Day != _own.Cell.Day) Arrange();
        else if (await services.Journal.ReadVersions(_unit) is [var row]) await Touch(row.Version);
    }

    private Task Refresh()
    {
        if (_isBehind || services.Today != _own!.Cell.Day) return Read();
        Take(_record, _own.Cell.Day);
        return Task.CompletedTask;
    }

    private async Task Read()
    {
        var today = services.Today;
        var found = await services.Journal.ReadWindows(_unit, today);
        _isBehind = false;
        Take(found is [var record] ? record : WindowRecord.Unheard(_unit), today);
    }

    private void Take(WindowRecord record, BusinessDay today)
    {
        _record = record;
        if (Planted.Has(Bug.InMemoryVersion)) _record = _record with { Version = (_own?.Cell.Version ?? 0) + 1 };
        if (Planted.Has(Bug.WallClockVersion)) _record = _record with { Version = services.NowMs };
        _own = WindowBoard.ContributionOf(_record, today, Said.After(_own?.AtMs ?? 0, services.NowMs), services.Attendance);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Unit} could not tell its department; it tries again.")]
        public static partial void NotTold(ILogger logger, UnitPath unit, Exception fault);
    }
}
