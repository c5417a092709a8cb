using OpsBoard.Units;

namespace OpsBoard.Peers;

/// <summary>The textbook's way: a call and a write of the state for each event, at every level from the window to the province.</summary>
internal sealed class CounterGrain(CounterFile file, ProvinceViewer viewer) : Grain, ICounterGrain
{
    private UnitPath _unit;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _unit = UnitPath.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task<bool> Count(CountedEvent one)
    {
        if (await file.Write(_unit, one) is not { } count) return false;
        if (_unit.Kind == UnitKind.Province) viewer.Tell($"{_unit}/{one.Day.Number}/{one.Kind:D}={count}");
        else await GrainFactory.GetGrain<ICounterGrain>(_unit.Parent.ToString()).Count(one);
        return true;
    }
}
