using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>Is told which windows changed, after they are durable. A lost touch costs time, never a count.</summary>
public interface ITouches
{
    void Touched(ImmutableArray<WindowChange> windows);
}
