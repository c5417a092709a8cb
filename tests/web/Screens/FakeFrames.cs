using System.Collections.Immutable;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

internal sealed class FakeFrames : IFrames, IPeriods
{
    private readonly Dictionary<UnitPath, Frame> _frames = [];

    public Frame this[string scope]
    {
        get => _frames[UnitPath.Parse(scope)];
        set => _frames[UnitPath.Parse(scope)] = value;
    }

    public ValueTask<Frame?> Newest(UnitPath scope, CancellationToken cancellation) => ValueTask.FromResult(_frames.GetValueOrDefault(scope));

    public ValueTask<ImmutableArray<UnitPath>> Unregistered(CancellationToken cancellation) => ValueTask.FromResult<ImmutableArray<UnitPath>>([]);

    public ValueTask<PeriodSums?> Sum(UnitPath scope, string period, CancellationToken cancellation)
    {
        if (period != "month" || !_frames.TryGetValue(scope, out var frame)) return ValueTask.FromResult<PeriodSums?>(null);
        var today = frame.Board.Day;
        return ValueTask.FromResult<PeriodSums?>(new PeriodSums(
            BusinessDay.Of(new DateOnly(2026, 11, 1)),
            today,
            frame.AsOf,
            frame.Board.Own.Cell.Tally,
            [.. SampleBoard.Printed.ChildrenOf(frame.Board).Select(static child => KeyValuePair.Create(child.Unit, child.Cell.Tally))]));
    }
}
