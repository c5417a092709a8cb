using System.Collections.Immutable;
using Orleans;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting;

/// <summary>Tells the windows' grains what the journal has made of them.</summary>
internal sealed class GrainTouches(IGrainFactory grains) : ITouches
{
    public void Touched(ImmutableArray<WindowChange> windows)
    {
        // One-way: there is no answer to wait for.
        foreach (var change in windows) _ = grains.GetGrain<IWindowGrain>(change.Window.ToString()).Follow(change);
    }
}
