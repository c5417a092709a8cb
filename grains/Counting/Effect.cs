using System.Collections.Immutable;

namespace OpsBoard.Counting;

/// <summary>What one subject adds to its window: its marks, and itself while it still waits for something.</summary>
public sealed record Effect(ImmutableArray<Mark> Marks, OpenSubject? Open)
{
    public static readonly Effect None = new([], null);
}
