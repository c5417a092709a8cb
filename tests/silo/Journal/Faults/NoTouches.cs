using System.Collections.Immutable;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Faults;

/// <summary>Nobody looks.</summary>
internal sealed class NoTouches : ITouches
{
    public void Touched(ImmutableArray<WindowChange> windows)
    {
    }
}
