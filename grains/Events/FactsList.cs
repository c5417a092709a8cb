using System.Collections.Immutable;

namespace OpsBoard.Events;

/// <summary>What one kind of event may say, in the order in which it is judged: required members first.</summary>
internal sealed class FactsList(ImmutableArray<FactsMember> required, ImmutableArray<FactsMember> optional)
{
    public ImmutableArray<FactsMember> Members { get; } = [.. required, .. optional];

    public int Required { get; } = required.Length;

    /// <summary>True for a correction, which carries the data of another event.</summary>
    public bool HasData { get; init; }
}
