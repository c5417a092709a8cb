using System.Collections.Immutable;
using Orleans;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting;

/// <summary>Tells the windows' grains that the journal has something new for them.</summary>
internal sealed class GrainTouches(IGrainFactory grains) : ITouches
{
    public void Touched(ImmutableArray<WindowVersion> windows)
    {
        // One-way: there is no answer to wait for.
        foreach (var window in windows) _ = grains.GetGrain<IWindowGrain>(window.Window.ToString()).Touch(window.Version);
    }
}
